package com.harena.allinone.host.backup;

import com.harena.allinone.host.cloud.CloudFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the host does once the container with the backup has ended, well or not: the copy in the
 * bucket, the stamp by which a missed run is known, the outcome, the metric.
 */
public final class BackupEnd {
  /** Its time is that of the last backup that came to a good end. */
  public static final String STAMP = ".last";

  private final BackupShelf shelf;
  private final Optional<Supplier<BackupBucket>> bucket;
  private final JobEnd job;

  /**
   * Ends runs of the backup.
   *
   * @param bucket finds where copies go; empty when none are wanted
   */
  public BackupEnd(BackupShelf shelf, Optional<Supplier<BackupBucket>> bucket, JobEnd job) {
    this.shelf = shelf;
    this.bucket = bucket;
    this.job = job;
  }

  /**
   * Ends one.
   *
   * @return what came of it
   */
  public JobState end(RunEnd run) {
    return job.tell(Job.BACKUP, state(run));
  }

  private JobState state(RunEnd run) {
    Optional<String> last = Optional.empty();
    try {
      last = shelf.last();
      Optional<BackupFailed> failure = run.failure(Job.BACKUP);
      if (failure.isPresent()) {
        throw failure.get();
      }
      return good(last.orElseThrow(() -> missing()));
    } catch (BackupFailed e) {
      return failed(e.fault(), e.getMessage(), last);
    } catch (CloudFailure e) {
      return failed(BackupFault.UPLOAD_FAILED, "backup has no copy: " + e.getMessage(), last);
    } catch (IOException e) {
      return failed(BackupFault.ENDED, "backup failed: " + e, last);
    }
  }

  private BackupFailed missing() {
    return new BackupFailed(
        BackupFault.ENDED,
        "the backup ended well, and %s holds none: somebody removed it".formatted(shelf.folder()));
  }

  private JobState good(String id) throws IOException {
    String copy =
        bucket.isPresent() ? "copy: " + bucket.get().get().upload(shelf, id) : "no copy is wanted";
    stamp();
    return new JobState(
        Optional.empty(), "backup %s is good; %s".formatted(id, copy), id, job.now());
  }

  private void stamp() throws IOException {
    Path stamp = shelf.folder().resolve(STAMP);
    if (!Files.exists(stamp)) {
      Files.createFile(stamp);
    }
    Files.setLastModifiedTime(stamp, FileTime.from(job.now()));
  }

  private JobState failed(BackupFault fault, String message, Optional<String> last) {
    return new JobState(Optional.of(fault), message, last.orElse(""), job.now());
  }
}
