package com.harena.allinone.cli;

import com.harena.allinone.host.backend.ReleaseFault;
import com.harena.allinone.host.backup.BackupFault;

/**
 * What the command line and its launcher end with: named, never a count.
 *
 * <p>{@code allinone diff} and {@code allinone deploy} end with the code of the CDK command line
 * once that runs.
 */
public enum ExitCode {
  /** Done. */
  OK(0, "done"),
  /** On the instance: the host bundle is to blame, the last good one serves instead. */
  BUNDLE_FAILED(1, "host boot: the host bundle is to blame; the last good one serves instead"),
  /** The words are not understood. */
  USAGE(2, "unknown command, option or value"),
  /** The blueprint has faults. */
  BLUEPRINT_FAULTY(3, "the blueprint, or the plan of a move, has faults, all of which are printed"),
  /** A file cannot be read or written. */
  FILE_UNREADABLE(4, "a file cannot be read or written"),
  /** The blueprint still holds placeholders. */
  DEPLOY_REFUSED(5, "deploy refused: the blueprint still holds placeholders"),
  /** The CDK command line failed while allinone was reading its output. */
  CDK_FAILED(6, "the CDK command line failed; its output is printed"),
  /** Not run from a checkout. */
  NO_CHECKOUT(7, "the command needs a checkout of the project, which ./allinone provides"),
  /** The value of a secret is refused. */
  SECRET_REFUSED(8, "host secrets set: the value is refused; nothing was written"),
  /** A program that must be installed is missing. */
  PREREQUISITE_MISSING(10, "the launcher misses a JDK, Maven, Node.js or npm"),
  /** The pinned npm packages could not be installed. */
  PACKAGES_FAILED(11, "the launcher could not install the pinned npm packages"),
  /** The build failed. */
  BUILD_FAILED(12, "the launcher could not build what is stale"),
  /** No credentials, or none that AWS accepts. */
  AWS_CREDENTIALS(20, "there are no AWS credentials, or AWS does not accept them"),
  /** AWS does not allow the call. */
  AWS_DENIED(21, "AWS does not allow these credentials the call"),
  /** AWS asks to be called later. */
  AWS_BUSY(22, "AWS throttles, or cannot answer now; the same command may succeed later"),
  /** AWS does not answer. */
  AWS_UNREACHABLE(23, "AWS does not answer: the network, or a region that does not exist"),
  /** AWS refuses the call for another reason. */
  AWS_REFUSED(24, "AWS refuses the call; its code is printed"),
  /** A check found what would make the move fail. */
  CHECK_FAILED(30, "move check: the move would fail; everything that stands in its way is printed"),
  /** The old side of a move failed. */
  SOURCE_FAILED(
      31, "move: the old side failed or refused; run the command again once that is mended"),
  /** The new side of a move failed. */
  TARGET_FAILED(
      32, "move: the new side failed or refused; run the command again once that is mended"),
  /** Both sides differ. */
  DATA_DIFFERS(
      33, "move: the sides differ, or the application does not work; what differs is printed"),
  /** A backup is not what was written. */
  BACKUP_INVALID(34, "move: the backup is not what was written; its damaged files are named"),
  /** A step may not be done now. */
  MOVE_REFUSED(
      35, "move: refused, because it would lose data or come too early; nothing was changed"),
  /** Another process works on the move. */
  MOVE_BUSY(36, "move: another process works on it"),
  /** The move was asked to end. */
  INTERRUPTED(
      37, "move: interrupted by Ctrl-C or SIGTERM; the same command goes on where it stopped"),
  /** The journal of a move is not what was written. */
  JOURNAL_DAMAGED(38, "move: the journal is not what was written; the damaged line is named"),
  /** A referenced secret is not there. */
  SECRET_UNAVAILABLE(39, "move: a secret is not where the plan says"),
  /** A server of a rehearsal is not to be had. */
  SERVER_UNAVAILABLE(
      40, "rehearse: a server cannot be fetched or started; the reason and the remedy are printed"),
  /** The local AWS cannot start or does not answer. */
  LOCAL_FAILED(41, "local: it cannot start or does not answer; the reason is printed"),
  /** No local AWS runs. */
  LOCAL_NOT_RUNNING(42, "local status: no local AWS runs"),
  /** A stack is made, but a service lacks one of its resources. */
  LOCAL_INCOMPLETE(
      43, "deploy --local: the stack is said to be made, but a resource is missing; it is named"),
  /** On the instance: not every service could be brought down before Spot stops it. */
  STOP_INCOMPLETE(
      60, "instance interrupted: not everything could be stopped in time; what failed is printed"),
  /** What belongs on an instance was asked of another machine. */
  NOT_AN_INSTANCE(61, "instance: this machine is no instance of a deployment; nothing was done"),
  /** No command reaches the instance. */
  INSTANCE_ASLEEP(
      64,
      "host: the instance does not run, or its agent does not listen; when it opens is printed"),
  /** A command failed on the instance. */
  REMOTE_FAILED(65, "host: the command failed on the instance; what it said is printed"),
  /** A hold makes no sense. */
  HOLD_REFUSED(
      66,
      "host awake, host sleep: the hold is refused, the reason is printed; nothing was changed"),
  /** The deployment is not there. */
  NOT_DEPLOYED(67, "host: the deployment, or a part of it, is not in the blueprint's region"),
  /** A store of the instance failed. */
  STORE_FAILED(BackupFault.STORE_FAILED),
  /** The data volume has no room. */
  DISK_FULL(BackupFault.DISK_FULL),
  /** The machine has no memory to spare. */
  MEMORY_SHORT(BackupFault.MEMORY_SHORT),
  /** The bucket has no copy of a backup. */
  UPLOAD_FAILED(BackupFault.UPLOAD_FAILED),
  /** No backup has the id. */
  UNKNOWN_BACKUP(BackupFault.UNKNOWN_BACKUP),
  /** What was restored is not what was backed up. */
  RESTORE_DIFFERS(BackupFault.DIFFERS),
  /** The stores hold something. */
  STORES_NOT_EMPTY(BackupFault.NOT_EMPTY),
  /** Another job of the instance is at work. */
  INSTANCE_BUSY(BackupFault.BUSY),
  /** A backup of the instance is not what was written. */
  BACKUP_DAMAGED(BackupFault.DAMAGED),
  /** A job of the instance ended without saying why. */
  JOB_ENDED(BackupFault.ENDED),
  /** On the instance: the surroundings are to blame. */
  TRY_AGAIN(75, "host boot: the surroundings are to blame; the same bundle is tried again"),
  /** The image of a release is not to be had. */
  IMAGE_UNAVAILABLE(ReleaseFault.UNAVAILABLE),
  /** The released backend was not healthy. */
  RELEASE_UNHEALTHY(ReleaseFault.UNHEALTHY),
  /** There is nothing to release. */
  RELEASE_REFUSED(ReleaseFault.REFUSED),
  /** No backend serves after a release. */
  BACKEND_DOWN(ReleaseFault.DOWN),
  /** A fault of allinone itself. */
  UNEXPECTED(99, "a fault of allinone itself; the details are in the file that is named");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  ExitCode(BackupFault fault) {
    this(fault.exitCode(), "instance: " + fault.meaning());
  }

  ExitCode(ReleaseFault fault) {
    this(fault.exitCode(), "release: " + fault.meaning());
  }

  /** The number that the process ends with, 0 to 125. */
  public int code() {
    return code;
  }

  /** What it means, as the documentation says it. */
  public String meaning() {
    return meaning;
  }
}
