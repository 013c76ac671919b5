package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// batchFile writes n articles, and gives the records that an undisturbed run
// makes of them.
func batchFile(t *testing.T, dir string, n int, args ...string) (in string, want []byte) {
	t.Helper()
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id":"n%d","published":"2024-05-04","text":"Shelling killed %d people in Kherson on Friday, police said. %s"}`+"\n",
			i, i%30+1, strings.Repeat("The road to the bridge was closed for an hour while crews cleared it. ", i%40))
	}
	in = filepath.Join(dir, "in.jsonl")
	if err := os.WriteFile(in, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "undisturbed")
	if msg, err := exec.Command("scan", append([]string{in, "-o", out}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, msg)
	}
	want, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return in, want
}

// Killed at any moment, scan leaves the old file, and in the end --resume has
// written exactly what an undisturbed run writes.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, format := range []string{"jsonl", "csv"} {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			in, want := batchFile(t, dir, 1000, "--out", format)
			out := filepath.Join(dir, "out")
			old := []byte("the old file\n")
			if err := os.WriteFile(out, old, 0o666); err != nil {
				t.Fatal(err)
			}
			killed := 0
			for try := 0; ; try++ {
				if try == 60 {
					t.Fatal("it never came to its end")
				}
				cmd := exec.Command("scan", in, "-o", out, "--out", format, "--resume")
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				done := make(chan error, 1)
				go func() { done <- cmd.Wait() }()
				select {
				case err := <-done:
					if err != nil {
						t.Fatal(err)
					}
				case <-time.After(time.Duration(20+50*try) * time.Millisecond):
					cmd.Process.Kill()
					<-done
					killed++
				}
				got, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				if bytes.Equal(got, want) {
					break
				}
				if !bytes.Equal(got, old) {
					t.Fatalf("after %d kills the file has %d bytes, neither the old %d nor the new %d", killed, len(got), len(old), len(want))
				}
			}
			if killed == 0 {
				t.Error("it was never killed: give it more to read")
			}
		})
	}
}

// An interrupt ends the batch in order: what was finished is kept, the user
// is told how to go on, and going on gives the whole.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	in, want := batchFile(t, dir, 1200, "--out", "jsonl")
	out := filepath.Join(dir, "out.jsonl")
	// Standard input that never ends stands for a batch too long to wait for.
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	b, err := os.ReadFile(in)
	if err != nil {
		t.Fatal(err)
	}
	go w.Write(b)
	cmd := exec.Command("scan", "--in", "jsonl", "-o", out)
	var msg bytes.Buffer
	cmd.Stdin, cmd.Stderr = r, &msg
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	part := out + ".part"
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if info, err := os.Stat(part); err == nil && info.Size() > 0 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("nothing is written")
		}
	}
	cmd.Process.Signal(syscall.SIGINT)
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if code := cmd.ProcessState.ExitCode(); code != 1 {
			t.Errorf("exit status %d, %v", code, err)
		}
	case <-time.After(10 * time.Second):
		cmd.Process.Kill()
		t.Fatal("an interrupt does not end it")
	}
	if !strings.Contains(msg.String(), "--resume goes on from there") {
		t.Errorf("it says %q", msg.String())
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("the file has its final name before it is whole")
	}
	got, err := os.ReadFile(part)
	if err != nil || !bytes.HasPrefix(want, got) || len(got) == 0 {
		t.Errorf("what was finished, %d bytes, is not how the whole begins: %v", len(got), err)
	}
	if text, err := exec.Command("scan", in, "-o", out, "--resume").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	if got, _ := os.ReadFile(out); !bytes.Equal(got, want) {
		t.Error("going on does not give the whole")
	}
}

// From a pipe, each record comes as soon as its article is read.
func TestLive(t *testing.T) {
	cmd := exec.Command("scan", "--in", "jsonl", "--out", "jsonl")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
	defer timer.Stop()
	lines := bufio.NewScanner(out)
	for _, id := range []string{"a", "b", "c"} {
		fmt.Fprintf(in, `{"id":%q,"text":"It rained."}`+"\n", id)
		if !lines.Scan() || !strings.HasPrefix(lines.Text(), `{"id":"`+id) {
			t.Fatalf("after %s comes %q", id, lines.Text())
		}
	}
	in.Close()
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}
