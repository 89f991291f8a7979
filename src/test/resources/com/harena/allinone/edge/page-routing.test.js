// The CloudFront function that finds pages, as CloudFront would call it.
const assert = require("node:assert");
const { test } = require("node:test");
const fs = require("node:fs");

const source = fs.readFileSync(`${__dirname}/page-routing.js`, "utf8");
const handler = new Function(`${source}; return handler;`)();
const uri = (asked) => handler({ request: { uri: asked, querystring: { q: { value: "1" } } } }).uri;

test("a folder is its index", () => {
  assert.equal(uri("/"), "/index.html");
  assert.equal(uri("/about/"), "/about/index.html");
  assert.equal(uri("/a/b/"), "/a/b/index.html");
});

test("a page without extension is a folder", () => {
  assert.equal(uri("/about"), "/about/index.html");
  assert.equal(uri("/v1.2/notes"), "/v1.2/notes/index.html");
});

test("a file stays what was asked for, so that a missing one is missing (defect 18)", () => {
  for (const file of ["/logo.svg", "/index.html", "/assets/app.1a2b.js", "/missing.html"]) {
    assert.equal(uri(file), file);
  }
});

test("nothing but the path decides, and nothing becomes the index of the whole site (defect 18)", () => {
  for (const page of ["/missing", "/deep/missing/", "/api", "/api/unknown"]) {
    assert.notEqual(uri(page), "/index.html");
  }
});

test("well-known files have no extension", () => {
  assert.equal(uri("/.well-known/apple-app-site-association"), "/.well-known/apple-app-site-association");
});

test("the rest of the request is passed on", () => {
  const request = handler({ request: { uri: "/about", method: "GET", headers: { host: { value: "x" } } } });
  assert.deepEqual(request, { uri: "/about/index.html", method: "GET", headers: { host: { value: "x" } } });
});
