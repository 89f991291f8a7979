package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

const account = "123456789012"

// The id of a new resource: the same for the same inputs, another one for what replaces it.
func (p *recording) newId(urn string, inputs map[string]any) string {
	text, _ := json.Marshal(inputs)
	digest := sha256.Sum256(append([]byte(urn), text...))
	digits := hex.EncodeToString(digest[:])[:17]
	if prefix := p.types[typeOf(urn)].Id; prefix != "" {
		return prefix + digits
	}
	if name, named := inputs["name"].(string); named {
		return name
	}
	return strings.ToLower(nameOf(urn)) + "-" + digits[:7]
}

func (p *recording) filled(value any, id string) any {
	switch value := value.(type) {
	case string:
		return strings.NewReplacer("{id}", id, "{region}", p.region, "{account}", account).Replace(value)
	case map[string]any:
		filled := map[string]any{}
		for key, each := range value {
			filled[key] = p.filled(each, id)
		}
		return filled
	case []any:
		filled := []any{}
		for _, each := range value {
			filled = append(filled, p.filled(each, id))
		}
		return filled
	default:
		return value
	}
}

// The tags of a provider's defaultTags, which the engine hands over as a text of JSON.
func defaultTags(argument any) map[string]any {
	var tags struct {
		Tags map[string]any `json:"tags"`
	}
	if text, given := argument.(string); given {
		_ = json.Unmarshal([]byte(text), &tags)
	}
	return tags.Tags
}

func (p *recording) allTags(inputs map[string]any) map[string]any {
	all := map[string]any{}
	for key, value := range p.tags {
		all[key] = value
	}
	own, _ := inputs["tags"].(map[string]any)
	for key, value := range own {
		all[key] = value
	}
	return all
}

const (
	signature = "4dabf18193072939515e22adb298388d"
	asset     = "c44067f5952c0a294b673a41bacd8c17"
	archive   = "0def7320c3a5731c473e5ecbe6d01bc7"
)

// A value without what the engine adds to files, of which some is in the state and not in what the program says.
func comparable(value any) any {
	switch value := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for key, each := range value {
			added := key == "hash" && (value[signature] == archive || value[signature] == asset && value["text"] != nil)
			if !added {
				kept[key] = comparable(each)
			}
		}
		return kept
	case []any:
		kept := []any{}
		for _, each := range value {
			kept = append(kept, comparable(each))
		}
		return kept
	default:
		return value
	}
}
