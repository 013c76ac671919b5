package review_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser is one tab of a real Chromium, spoken to over WebDriver.
type browser struct {
	t       *testing.T
	session string // address of the session at the driver
	// Downloads is the folder that the page's downloads go to.
	Downloads string
}

// look is how a browser's window is: its size in pixels, and whether the
// system asks for dark colours or is a phone.
type look struct {
	width, height int
	dark, phone   bool
}

// program is the path of the first of names that is installed.
func program(names ...string) string {
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return path
		}
	}
	return ""
}

// openBrowser starts a browser and skips the test where none is installed.
func openBrowser(t *testing.T, l look) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	driver, chromium := program("chromedriver"), program("chromium", "chromium-browser", "google-chrome")
	if driver == "" || chromium == "" {
		t.Skip("needs Chromium and its driver to look at the page: install the packages chromium and chromium-driver")
	}
	cmd := exec.Command(driver, "--port=0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	port := make(chan string, 1)
	go func() {
		in := bufio.NewScanner(out)
		for in.Scan() {
			if m := regexp.MustCompile(`successfully on port (\d+)`).FindStringSubmatch(in.Text()); m != nil {
				port <- m[1]
			}
		}
	}()
	b := &browser{t: t, Downloads: t.TempDir()}
	select {
	case p := <-port:
		b.session = "http://127.0.0.1:" + p + "/session"
	case <-time.After(30 * time.Second):
		t.Fatal("the browser's driver does not start")
	}
	args := []string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-prefers-reduced-motion",
		"--user-data-dir=" + t.TempDir(), fmt.Sprintf("--window-size=%d,%d", l.width, l.height),
	}
	if l.dark {
		args = append(args, "--blink-settings=preferredColorScheme=0")
	}
	options := map[string]any{
		"binary": chromium, "args": args,
		"prefs": map[string]any{"download.default_directory": b.Downloads, "download.prompt_for_download": false},
	}
	if l.phone {
		options["mobileEmulation"] = map[string]any{"deviceMetrics": map[string]any{"width": l.width, "height": l.height, "pixelRatio": 2, "touch": true}}
	}
	v := b.call("POST", "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"goog:chromeOptions": options, "goog:loggingPrefs": map[string]any{"browser": "ALL"}, "unhandledPromptBehavior": "ignore",
	}}})
	b.session += "/" + v.(map[string]any)["sessionId"].(string)
	t.Cleanup(func() { b.call("DELETE", "", nil) })
	return b
}

// call sends one command and returns the value it gives.
func (b *browser) call(method, path string, body any) any {
	b.t.Helper()
	var r io.Reader
	if method == "POST" {
		if body == nil {
			body = struct{}{}
		}
		j, err := json.Marshal(body)
		if err != nil {
			b.t.Fatal(err)
		}
		r = bytes.NewReader(j)
	}
	req, err := http.NewRequest(method, b.session+path, r)
	if err != nil {
		b.t.Fatal(err)
	}
	resp, err := (&http.Client{Timeout: time.Minute}).Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	var v struct{ Value any }
	if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
		b.t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		b.t.Fatalf("browser: %s %s: %v", method, path, v.Value.(map[string]any)["message"])
	}
	return v.Value
}

// open shows the file at path.
func (b *browser) open(path string) {
	b.t.Helper()
	b.call("POST", "/url", map[string]any{"url": "file://" + path})
}

// eval runs the body of a function in the page and returns what it returns.
func (b *browser) eval(script string, args ...any) any {
	b.t.Helper()
	if args == nil {
		args = []any{}
	}
	return b.call("POST", "/execute/sync", map[string]any{"script": script, "args": args})
}

func (b *browser) find(css string) string {
	b.t.Helper()
	v := b.call("POST", "/element", map[string]any{"using": "css selector", "value": css})
	for _, id := range v.(map[string]any) {
		return id.(string)
	}
	return ""
}

// click clicks the first element that css selects, as a mouse does.
func (b *browser) click(css string) {
	b.t.Helper()
	b.call("POST", "/element/"+b.find(css)+"/click", nil)
}

// keys presses keys where the focus is.
func (b *browser) keys(keys string) {
	b.t.Helper()
	var actions []any
	for _, k := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": string(k)}, map[string]any{"type": "keyUp", "value": string(k)})
	}
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}})
}

// typeIn types into the field that css selects.
func (b *browser) typeIn(css, text string) {
	b.t.Helper()
	b.call("POST", "/element/"+b.find(css)+"/value", map[string]any{"text": text})
}

// settle lets the page do what is due: what it hears of by events comes after
// the command that caused it.
func (b *browser) settle() {
	b.t.Helper()
	b.eval(`return new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 30)), 30))`)
}

// texts are the trimmed texts of the elements that css selects.
func (b *browser) texts(css string) []string {
	b.t.Helper()
	var out []string
	for _, v := range b.eval(`return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent || e.getClientRects().length).map(e => e.textContent.trim())`, css).([]any) {
		out = append(out, v.(string))
	}
	return out
}

// faults are what the page's console complains of.
func (b *browser) faults() []string {
	b.t.Helper()
	var out []string
	for _, e := range b.call("POST", "/se/log", map[string]any{"type": "browser"}).([]any) {
		out = append(out, fmt.Sprint(e.(map[string]any)["message"]))
	}
	return out
}

// download waits for a file in the download folder and returns what it holds.
func (b *browser) download() (name, content string) {
	b.t.Helper()
	for range 200 {
		time.Sleep(50 * time.Millisecond)
		entries, err := os.ReadDir(b.Downloads)
		if err != nil {
			b.t.Fatal(err)
		}
		// The browser reserves the name with an empty file and fills one
		// beside it.
		if len(entries) != 1 || filepath.Ext(entries[0].Name()) != ".jsonl" {
			continue
		}
		path := filepath.Join(b.Downloads, entries[0].Name())
		c, err := os.ReadFile(path)
		if err != nil {
			b.t.Fatal(err)
		}
		if len(c) == 0 {
			continue
		}
		if err := os.Remove(path); err != nil {
			b.t.Fatal(err)
		}
		return entries[0].Name(), string(c)
	}
	b.t.Fatal("nothing was downloaded")
	return "", ""
}

// shot saves what the window shows, where -shots names a folder.
func (b *browser) shot(name string) {
	b.t.Helper()
	if *shots == "" {
		return
	}
	png, err := base64.StdEncoding.DecodeString(b.call("GET", "/screenshot", nil).(string))
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, strings.ReplaceAll(name, " ", "-")+".png"), png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
