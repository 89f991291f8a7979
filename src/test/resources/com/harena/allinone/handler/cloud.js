// A small EC2: Spot requests launch again whatever is terminated under them, as AWS's do.
const { fail } = require("./harness.js");

const matches = (resource, filters = []) =>
  filters.every(({ Name, Values }) => Values.includes(attribute(resource, Name)));
const attribute = (resource, name) =>
  name.startsWith("tag:") ? resource.tags?.[name.slice(4)] : resource[name];

class Cloud {
  constructor() {
    this.requests = [];
    this.instances = [];
    this.interfaces = [];
    this.groups = [];
    this.calls = [];
    this.faults = [];
    this.launched = 0;
    this.world = async (operation, input) => {
      this.calls.push(operation);
      if (this.faults.length) {
        const fault = this.faults.shift();
        if (fault) throw fail(fault);
      }
      return this[operation](input);
    };
  }

  spot(id, tags, state = "active") {
    this.requests.push({ id, tags, state });
    return this.launch(id, tags);
  }

  launch(request, tags) {
    const id = `i-${++this.launched}`;
    const instance = { id, tags, state: "running", request };
    this.instances.push(instance);
    return instance;
  }

  terminate(instance) {
    instance.state = "terminated";
    const request = this.requests.find((r) => r.id === instance.request);
    if (request?.state === "active") this.launch(request.id, {});
  }

  alive() {
    return this.instances.filter((i) => i.state !== "terminated").map((i) => i.id);
  }

  DescribeSpotInstanceRequests({ Filters }) {
    const seen = this.requests.map((r) => {
      const current = this.instances.filter((i) => i.request === r.id).at(-1);
      return { ...r, "instance-id": current?.id };
    });
    const found = seen.filter((r) => matches(r, Filters));
    return { SpotInstanceRequests: found.map((r) => ({ SpotInstanceRequestId: r.id, State: r.state })) };
  }

  CancelSpotInstanceRequests({ SpotInstanceRequestIds: ids }) {
    for (const id of ids) {
      const request = this.requests.find((r) => r.id === id);
      if (!request) throw fail("InvalidSpotInstanceRequestID.NotFound");
      request.state = "cancelled";
    }
    return {};
  }

  DescribeInstances({ Filters }) {
    const seen = this.instances.map((i) => {
      return { ...i, "spot-instance-request-id": i.request, "instance-state-name": i.state };
    });
    const found = seen.filter((i) => matches(i, Filters)).map((i) => ({ InstanceId: i.id }));
    return { Reservations: found.length ? [{ Instances: found }] : [] };
  }

  TerminateInstances({ InstanceIds }) {
    this.instances.filter((i) => InstanceIds.includes(i.id)).forEach((i) => this.terminate(i));
    return {};
  }

  DescribeSecurityGroups({ Filters }) {
    const found = this.groups.filter((g) => matches(g, Filters));
    return { SecurityGroups: found.map((g) => ({ GroupId: g.id })) };
  }

  DescribeNetworkInterfaces({ Filters }) {
    const found = this.interfaces.filter((i) => matches(i, Filters));
    this.interfaces = this.interfaces.filter((i) => !(i.leaves-- === 0));
    return { NetworkInterfaces: found.map((i) => ({ SubnetId: i["subnet-id"] })) };
  }

  DeleteSecurityGroup({ GroupId }) {
    this.groups = this.groups.filter((g) => g.id !== GroupId);
    return {};
  }
}

module.exports = { Cloud };
