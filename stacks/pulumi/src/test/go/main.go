// A provider that stands in for AWS's in the tests of the Pulumi program: it keeps nothing, reaches nothing, and writes
// each call of the engine as a line of JSON into the file that ALLINONE_CALLS names.
package main

import (
	"fmt"
	"os"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/provider"
	rpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

func main() {
	types, err := readTypes()
	if err == nil {
		err = provider.Main("aws", func(*provider.HostClient) (rpc.ResourceProviderServer, error) {
			return &recording{types: types, calls: calls{file: os.Getenv("ALLINONE_CALLS")}}, nil
		})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
