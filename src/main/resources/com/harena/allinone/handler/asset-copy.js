// Copies an asset to Bucket/Key. Never deletes: an older instance may still read an older copy.
const { S3Client, CopyObjectCommand } = require("@aws-sdk/client-s3");
const s3 = new S3Client({ maxAttempts: 10 });

async function handle({ type, id, properties }) {
  if (type === "Delete") return { id };
  const { SourceBucket, SourceKey, Bucket, Key, ContentType, CacheControl } = properties;
  const copy = {
    CopySource: `${SourceBucket}/${SourceKey}`,
    Bucket,
    Key,
    ContentType,
    CacheControl,
    MetadataDirective: "REPLACE",
  };
  await eventually("the copy", () => s3.send(new CopyObjectCommand(copy)));
  return { id: `${Bucket}/${Key}`, data: { Bucket, Key } };
}
