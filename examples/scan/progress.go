package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/sitrep-go/sitrep/internal/source"
)

// progress is a bar on standard error. The zero progress shows nothing.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress shows a bar on a terminal, if that is not where the records are
// printed too.
func (s *scan) newProgress(files []source.File) progress {
	if s.Quiet || !term.IsTerminal(int(s.stderr.Fd())) {
		return progress{}
	}
	if s.Output == "" && term.IsTerminal(int(s.stdout.Fd())) {
		return progress{}
	}
	var total int64
	for _, f := range files {
		if f.Size == 0 {
			total = -1 // standard input: there is no telling how much will come
			break
		}
		total += f.Size
	}
	return progress{progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(s.stderr),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionFullWidth(),
	)}
}

func (p progress) to(n int64) {
	if p.bar != nil {
		p.bar.Set64(n)
	}
}

func (p progress) clear() {
	if p.bar != nil {
		p.bar.Clear()
	}
}

func (p progress) stop() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
