// Checks a custody log with golang.org/x/mod/sumdb, which knows nothing of this project: signatures of checkpoints, the
// resting hashes, inclusion and consistency. In: a JSON file as its argument. Out: one line that counts what was
// checked; anything wrong ends it with exit code 1.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type input struct {
	PublicKey   string
	Hashes      string
	Checkpoints []string
	Inclusion   []string
	Consistency []struct{ Old, Proof string }
}

type head struct {
	size int64
	root tlog.Hash
}

func main() {
	var in input
	data, err := os.ReadFile(os.Args[1])
	check(err)
	check(json.Unmarshal(data, &in))
	verifier, err := note.NewVerifier(in.PublicKey)
	check(err)
	hashes, err := os.ReadFile(in.Hashes)
	check(err)
	resting := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			copy(found[i][:], hashes[index*tlog.HashSize:(index+1)*tlog.HashSize])
		}
		return found, nil
	})
	for _, text := range in.Checkpoints {
		at := open(text, verifier)
		root, err := tlog.TreeHash(at.size, resting)
		check(err)
		if root != at.root {
			check(fmt.Errorf("the resting hashes give another root at size %d", at.size))
		}
	}
	for _, text := range in.Inclusion {
		lines, at := split(text, verifier)
		line, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
		check(err)
		index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
		check(err)
		check(tlog.CheckRecord(tlog.RecordProof(path(lines[3:])), at.size, at.root, index, tlog.RecordHash(line)))
	}
	for _, pair := range in.Consistency {
		old := open(pair.Old, verifier)
		lines, at := split(pair.Proof, verifier)
		if lines[0] != fmt.Sprintf("old %d", old.size) {
			check(fmt.Errorf("the proof is for another size than %d", old.size))
		}
		check(tlog.CheckTree(tlog.TreeProof(path(lines[1:])), at.size, at.root, old.size, old.root))
	}
	fmt.Printf("%d checkpoints, %d inclusions, %d consistencies\n",
		len(in.Checkpoints), len(in.Inclusion), len(in.Consistency))
}

func split(text string, verifier note.Verifier) ([]string, head) {
	parts := strings.SplitN(text, "\n\n", 2)
	return strings.Split(parts[0], "\n"), open(parts[1], verifier)
}

func open(text string, verifier note.Verifier) head {
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return head{size, root}
}

func path(lines []string) []tlog.Hash {
	hashes := []tlog.Hash{}
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		check(err)
		hashes = append(hashes, hash)
	}
	return hashes
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
