package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads YAML into a located tree from the parser's events (the parser that Jackson's YAML module
 * uses). Nothing is expanded, so a file costs no more than its length.
 */
public final class YamlReader {
  /** Levels of nesting allowed; a blueprint needs four. */
  public static final int MAXIMUM_DEPTH = 16;

  /** Keys and values allowed together; a blueprint needs a hundred. */
  public static final int MAXIMUM_VALUES = 4000;

  private final Faults faults;
  private final Refusals refusals;
  private final Iterator<Event> events;
  private int values;

  private YamlReader(String text, Faults faults) {
    this.faults = faults;
    this.refusals = new Refusals(faults);
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
  }

  /** The document of the text; empty when there is none or it is not YAML, which is reported. */
  public static Optional<YamlNode> read(String text, Faults faults) {
    try {
      return new YamlReader(text, faults).document();
    } catch (MarkedYAMLException e) {
      new SyntaxFaults(text, faults).report(e);
    } catch (LimitException e) {
      new Refusals(faults).limit(e);
    }
    return Optional.empty();
  }

  private Optional<YamlNode> document() {
    Optional<YamlNode> document = Optional.empty();
    while (events.hasNext()) {
      if (events.next() instanceof DocumentStartEvent start) {
        if (document.isPresent()) {
          faults.add(
              faults
                  .at(position(start.getStartMark()))
                  .problem("a second document begins here")
                  .allowed("one document in a file")
                  .mend("put it into a file of its own"));
          return document;
        }
        document = Optional.of(node(events.next(), 1));
      }
    }
    return document;
  }

  private YamlNode node(Event event, int depth) {
    Position position = position(event.getStartMark());
    if (++values > MAXIMUM_VALUES) {
      throw new LimitException(position, "too many keys and values", "at most " + MAXIMUM_VALUES);
    }
    if (event instanceof AliasEvent alias) {
      refusals.alias(position, alias.getAnchor());
      return new YamlRefused(position);
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      refusals.anchor(position, node.getAnchor());
    }
    if (event instanceof CollectionStartEvent start) {
      refusals.tag(position, start.getTag());
      if (depth > MAXIMUM_DEPTH) {
        throw new LimitException(
            position, "nested too deeply", "at most " + MAXIMUM_DEPTH + " levels");
      }
      return event instanceof MappingStartEvent
          ? mapping(position, depth)
          : sequence(position, depth);
    }
    ScalarEvent scalar = (ScalarEvent) event;
    refusals.tag(position, scalar.getTag());
    return new YamlScalar(
        position, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
  }

  private YamlSequence sequence(Position position, int depth) {
    List<YamlNode> elements = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof CollectionEndEvent); next = events.next()) {
      elements.add(node(next, depth + 1));
    }
    return new YamlSequence(position, elements);
  }

  private YamlMapping mapping(Position position, int depth) {
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    for (Event next = events.next(); !(next instanceof CollectionEndEvent); next = events.next()) {
      YamlNode key = node(next, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      if (!(key instanceof YamlScalar scalar)) {
        refusals.key(key);
      } else if (scalar.plain() && scalar.text().equals("<<")) {
        refusals.mergeKey(key.position());
      } else {
        YamlEntry entry = new YamlEntry(scalar.text(), key.position(), value);
        YamlEntry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
          refusals.duplicate(entry, first);
        }
      }
    }
    return new YamlMapping(position, List.copyOf(entries.values()));
  }

  static Position position(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
