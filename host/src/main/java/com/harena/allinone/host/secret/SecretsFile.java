package com.harena.allinone.host.secret;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.secret.SecretValue;
import java.nio.file.Path;
import java.util.Map;

/** The root-only file on a memory file system from which Compose takes the secrets. */
public final class SecretsFile {
  private final HostFiles files;

  /** The file of this machine. */
  public SecretsFile(HostFiles files) {
    this.files = files;
  }

  /** Writes all secrets, in place of what was there. */
  public void write(Map<String, SecretValue> secrets) {
    EnvironmentFile file = new EnvironmentFile();
    secrets.forEach((name, value) -> file.put(name, value.reveal()));
    files.write(Path.of(ComposeCommand.SECRETS_FILE), file.text(), FileMode.SECRET);
  }
}
