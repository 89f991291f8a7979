package com.harena.allinone.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The committed template that was read in a review.
 *
 * @param file where it is
 */
public record ReviewedTemplate(Path file) {
  /** The template; empty when none was reviewed yet. */
  public Optional<Template> template() throws IOException {
    return Files.exists(file) ? Optional.of(Template.read(file)) : Optional.empty();
  }

  /**
   * What the new template changes, in the order of the paths; without a reviewed template
   * everything is new.
   */
  public List<Difference> compare(Template now) throws IOException {
    Template before =
        template().orElseGet(() -> Template.parse(file.toString(), "{\"Resources\": {}}"));
    return Comparison.of(before, now);
  }

  /** Whether the file holds exactly this text. */
  public boolean isCurrent(Template now) throws IOException {
    return Files.exists(file) && Files.readString(file).equals(now.text());
  }

  /** Puts the new template in place of the reviewed one. */
  public void renew(Template now) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, now.text());
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
