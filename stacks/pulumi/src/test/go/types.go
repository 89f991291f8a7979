package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed types.json
var table []byte

// What AWS does with one type of resource, as far as the tests ask.
type resourceType struct {
	// Beginning of the ids that it gives, such as "vpc-"; else the id is the resource's name.
	Id string `json:"id"`
	// What it answers beside the inputs; {id}, {region} and {account} stand for theirs.
	Outputs map[string]any `json:"outputs"`
	// Inputs whose change makes another resource, each with its name in CloudFormation.
	Replaces map[string]string `json:"replaces"`
	// The input whose number AWS lets only grow, if there is one.
	Grows string `json:"grows"`
}

func readTypes() (map[string]resourceType, error) {
	types := map[string]resourceType{}
	if err := json.Unmarshal(table, &types); err != nil {
		return nil, fmt.Errorf("types.json: %w", err)
	}
	return types, nil
}

// The type's token, such as aws:ec2/vpc:Vpc, of urn:pulumi:STACK::PROJECT::[PARENT$]TYPE::NAME.
func typeOf(urn string) string {
	token := strings.Split(urn, "::")[2]
	return token[strings.LastIndex(token, "$")+1:]
}

func nameOf(urn string) string {
	parts := strings.SplitN(urn, "::", 4)
	return parts[3]
}
