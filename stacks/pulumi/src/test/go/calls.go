package main

import (
	"encoding/json"
	"os"
	"sync"
)

// What the engine asked, in the order in which it asked.
type calls struct {
	file string
	lock sync.Mutex
}

type call struct {
	Operation string         `json:"operation"`
	Urn       string         `json:"urn,omitempty"`
	Preview   bool           `json:"preview,omitempty"`
	Inputs    map[string]any `json:"inputs,omitempty"`
	Changed   []string       `json:"changed,omitempty"`
	Replaces  []string       `json:"replaces,omitempty"`
}

func (c *calls) record(each call) error {
	if c.file == "" {
		return nil
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	line, err := json.Marshal(each)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(c.file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write(append(line, '\n'))
	return err
}
