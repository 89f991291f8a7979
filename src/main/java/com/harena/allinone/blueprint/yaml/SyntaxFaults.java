package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells where a text is not YAML, without repeating its lines, which may hold a secret. */
final class SyntaxFaults {
  private static final Pattern INDENTING_TAB = Pattern.compile("(?m)^[ ]*(\t)");
  private static final List<String> UNFINISHED =
      List.of("end of stream", "stream end", "could not find expected ':'");
  private static final Map<String, String> MENDS =
      Map.of(
          "mapping values are not allowed here",
          "check the indentation, and put a text that holds a colon and a space into quotes",
          "could not find expected ':'",
          "write the key as name: value, and close every quote",
          "expected <block end>",
          "check the indentation (keys of one section begin in the same column) and close quotes",
          "cannot start any token",
          "put a text that begins with a special character into quotes",
          "unexpected end of stream",
          "close the quote",
          "but got",
          "close the bracket and put a comma between its parts");

  private final String text;
  private final Faults faults;

  SyntaxFaults(String text, Faults faults) {
    this.text = text;
    this.faults = faults;
  }

  void report(MarkedYAMLException failure) {
    String problem = String.valueOf(failure.getProblem());
    Matcher tab = INDENTING_TAB.matcher(text);
    if (problem.contains("TAB") && tab.find()) {
      do {
        tab(tab.start(1));
      } while (tab.find());
      return;
    }
    faults.add(
        faults
            .at(YamlReader.position(blamed(failure, problem)))
            .problem("not YAML: " + problem.replaceAll("[\\p{Cntrl}]", "?").replaceAll("[.]$", ""))
            .mend(mend(problem)));
  }

  /** Where something was opened that is not closed; else where the parser stumbled. */
  private static Mark blamed(MarkedYAMLException failure, String problem) {
    boolean unfinished =
        UNFINISHED.stream().anyMatch(problem::contains) && failure.getContextMark() != null;
    return unfinished ? failure.getContextMark() : failure.getProblemMark();
  }

  private void tab(int index) {
    int line = (int) text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    int column = index - text.lastIndexOf('\n', index);
    faults.add(
        faults
            .at(new Position(line, column))
            .problem("a tab indents this line")
            .allowed("spaces")
            .mend("replace the tab by two spaces for each level"));
  }

  private static String mend(String problem) {
    return MENDS.entrySet().stream()
        .filter(entry -> problem.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("check this line and the one before it");
  }
}
