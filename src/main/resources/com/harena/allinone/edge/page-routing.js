// CloudFront function (cloudfront-js-2.0), viewer request: names the object that holds a page.
// "/" and "/about/" are folders, "/about" is one too; "/logo.svg" is a file. Every other object is
// left as asked for, so that a missing one is missing.
function handler(event) {
  const request = event.request;
  const last = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (last === "") {
    request.uri += "index.html";
  } else if (!last.includes(".") && !request.uri.startsWith("/.well-known/")) {
    request.uri += "/index.html";
  }
  return request;
}
