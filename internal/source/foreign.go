package source

import (
	"bufio"
	"bytes"
	"errors"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// foreign are the first bytes of files that people take for articles and that
// hold no text as such, with what to do about it.
var foreign = []struct{ begin, advice string }{
	{"%PDF-", "is a PDF; turn it into text first, as with pdftotext"},
	{"{\\rtf", "is rich text; save it as plain text or HTML"},
	{"PK\x03\x04", "is an office document or a ZIP archive; save it as plain text or HTML, or unpack it"},
	{"\xd0\xcf\x11\xe0", "is an office document; save it as plain text or HTML"},
	{"bplist00", "is a web archive of Safari; save the page as HTML source"},
	{"\x89PNG", "is a picture, which is not read"},
	{"\xff\xd8\xff", "is a picture, which is not read"},
	{"GIF8", "is a picture, which is not read"},
	{"SQLite format 3\x00", "is a database; export its articles as JSON lines or CSV"},
	{"PAR1", "is Parquet; export its articles as JSON lines or CSV"},
	{"BZh9", "is packed with bzip2; unpack it first"},
	{"\xfd7zXZ", "is packed with xz; unpack it first"},
	{"\x28\xb5\x2f\xfd", "is packed with zstd; unpack it first"},
}

// refuse is an error for a file that begins with head and is nothing that an
// article can be read from, though its bytes could be taken for text.
func refuse(head []byte) error {
	for _, f := range foreign {
		if bytes.HasPrefix(head, []byte(f.begin)) {
			return errors.New(f.advice)
		}
	}
	lines := strings.ToLower(string(head[:min(len(head), 2048)]))
	if strings.Contains(lines, "mime-version:") && strings.Contains(lines, "content-type: multipart/related") {
		return errors.New("is a web archive (MHTML); save the page as HTML only")
	}
	return nil
}

// decode gives text in UTF-16, as some programs save it, in UTF-8. It goes by
// the byte order mark, and leaves all else to the byte.
func decode(br *bufio.Reader) *bufio.Reader {
	head, _ := br.Peek(2)
	if string(head) != "\xff\xfe" && string(head) != "\xfe\xff" {
		return br
	}
	return bufio.NewReaderSize(transform.NewReader(br, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), 256<<10)
}
