package main

import (
	"context"
	"fmt"
	"reflect"
	"sort"

	rpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/structpb"
)

const version = "6.83.0"

type recording struct {
	rpc.UnimplementedResourceProviderServer
	types  map[string]resourceType
	calls  calls
	region string
	tags   map[string]any
}

func (p *recording) GetPluginInfo(context.Context, *emptypb.Empty) (*rpc.PluginInfo, error) {
	return &rpc.PluginInfo{Version: version}, nil
}

func (p *recording) GetSchema(context.Context, *rpc.GetSchemaRequest) (*rpc.GetSchemaResponse, error) {
	return &rpc.GetSchemaResponse{Schema: fmt.Sprintf(`{"name":"aws","version":%q}`, version)}, nil
}

func (p *recording) CheckConfig(_ context.Context, r *rpc.CheckRequest) (*rpc.CheckResponse, error) {
	return &rpc.CheckResponse{Inputs: r.News}, nil
}

// As AWS's: another region or account is another provider, anything else is taken over.
func (p *recording) DiffConfig(_ context.Context, r *rpc.DiffRequest) (*rpc.DiffResponse, error) {
	changed := changes(r.OldInputs.AsMap(), r.News.AsMap())
	return different(changed, only(changed, func(key string) bool { return key == "region" })), nil
}

func (p *recording) Configure(_ context.Context, r *rpc.ConfigureRequest) (*rpc.ConfigureResponse, error) {
	arguments := r.Args.AsMap()
	p.region, _ = arguments["region"].(string)
	p.tags = defaultTags(arguments["defaultTags"])
	return &rpc.ConfigureResponse{SupportsPreview: true}, p.calls.record(call{Operation: "Configure", Inputs: arguments})
}

// A look-up would need an account; the program must do without.
func (p *recording) Invoke(_ context.Context, r *rpc.InvokeRequest) (*rpc.InvokeResponse, error) {
	return nil, status.Errorf(codes.PermissionDenied, "the program looks up %s; it must do without look-ups", r.Tok)
}

func (p *recording) Check(_ context.Context, r *rpc.CheckRequest) (*rpc.CheckResponse, error) {
	if _, known := p.types[typeOf(r.Urn)]; !known {
		reason := fmt.Sprintf("%s has no entry in types.json of the recording provider; add one", typeOf(r.Urn))
		return &rpc.CheckResponse{Failures: []*rpc.CheckFailure{{Reason: reason}}}, nil
	}
	return &rpc.CheckResponse{Inputs: r.News}, nil
}

func (p *recording) Diff(_ context.Context, r *rpc.DiffRequest) (*rpc.DiffResponse, error) {
	changed := changes(r.OldInputs.AsMap(), r.News.AsMap())
	kind := p.types[typeOf(r.Urn)]
	replaces := only(changed, func(key string) bool { _, found := kind.Replaces[key]; return found })
	if _, tagged := r.Olds.AsMap()["tagsAll"]; tagged && !reflect.DeepEqual(r.Olds.AsMap()["tagsAll"], p.allTags(r.News.AsMap())) {
		changed = append(changed, "tagsAll")
	}
	record := call{Operation: "Diff", Urn: r.Urn, Changed: changed, Replaces: replaces}
	return different(changed, replaces), p.calls.record(record)
}

func (p *recording) Create(_ context.Context, r *rpc.CreateRequest) (*rpc.CreateResponse, error) {
	inputs := r.Properties.AsMap()
	if err := p.calls.record(call{Operation: "Create", Urn: r.Urn, Preview: r.Preview, Inputs: inputs}); err != nil {
		return nil, err
	}
	if r.Preview {
		return &rpc.CreateResponse{Properties: r.Properties}, nil
	}
	id := p.newId(r.Urn, inputs)
	outputs, err := p.outputs(r.Urn, id, inputs)
	return &rpc.CreateResponse{Id: id, Properties: outputs}, err
}

func (p *recording) Read(_ context.Context, r *rpc.ReadRequest) (*rpc.ReadResponse, error) {
	return &rpc.ReadResponse{Id: r.Id, Properties: r.Properties, Inputs: r.Inputs}, nil
}

func (p *recording) Update(_ context.Context, r *rpc.UpdateRequest) (*rpc.UpdateResponse, error) {
	inputs := r.News.AsMap()
	if err := p.calls.record(call{Operation: "Update", Urn: r.Urn, Preview: r.Preview, Inputs: inputs}); err != nil {
		return nil, err
	}
	if shrinks(p.types[typeOf(r.Urn)].Grows, r.OldInputs.AsMap(), inputs) {
		return nil, status.Errorf(codes.InvalidArgument, "%s never shrinks", nameOf(r.Urn))
	}
	outputs, err := p.outputs(r.Urn, r.Id, inputs)
	if err == nil && r.Preview {
		all := outputs.AsMap()
		previewed(r.Urn, r.OldInputs.AsMap(), inputs, all)
		outputs, err = structpb.NewStruct(all)
	}
	return &rpc.UpdateResponse{Properties: outputs}, err
}

func (p *recording) Delete(_ context.Context, r *rpc.DeleteRequest) (*emptypb.Empty, error) {
	return &emptypb.Empty{}, p.calls.record(call{Operation: "Delete", Urn: r.Urn})
}

func (p *recording) Cancel(context.Context, *emptypb.Empty) (*emptypb.Empty, error) {
	return &emptypb.Empty{}, nil
}

func (p *recording) Attach(context.Context, *rpc.PluginAttach) (*emptypb.Empty, error) {
	return &emptypb.Empty{}, nil
}

func (p *recording) outputs(urn, id string, inputs map[string]any) (*structpb.Struct, error) {
	all := map[string]any{}
	for key, value := range p.types[typeOf(urn)].Outputs {
		all[key] = p.filled(value, id)
	}
	for key, value := range inputs {
		all[key] = value
	}
	if _, tagged := all["tagsAll"]; tagged {
		all["tagsAll"] = p.allTags(inputs)
	}
	if text, given := inputs["input"].(string); typeOf(urn) == invocation && given && text != unknown {
		result, err := answer(urn, inputs)
		if err != nil {
			return nil, err
		}
		all["result"] = result
	}
	return structpb.NewStruct(all)
}

func shrinks(key string, old, now map[string]any) bool {
	before, known := old[key].(float64)
	after, alsoKnown := now[key].(float64)
	return known && alsoKnown && after < before
}

func changes(old, now map[string]any) []string {
	var changed []string
	for key := range now {
		if !reflect.DeepEqual(comparable(old[key]), comparable(now[key])) {
			changed = append(changed, key)
		}
	}
	for key := range old {
		if _, kept := now[key]; !kept {
			changed = append(changed, key)
		}
	}
	sort.Strings(changed)
	return changed
}

func only(keys []string, wanted func(string) bool) []string {
	var found []string
	for _, key := range keys {
		if wanted(key) {
			found = append(found, key)
		}
	}
	return found
}

func different(changed, replaces []string) *rpc.DiffResponse {
	if len(changed) == 0 {
		return &rpc.DiffResponse{Changes: rpc.DiffResponse_DIFF_NONE}
	}
	return &rpc.DiffResponse{Changes: rpc.DiffResponse_DIFF_SOME, Diffs: changed, Replaces: replaces}
}
