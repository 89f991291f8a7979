package com.harena.allinone.host.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.host.timing.VirtualTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ServiceLogsTest {
  private final VirtualTime time = new VirtualTime();
  private final List<LogLine> lines = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void followsWithoutTellingALineTwiceOrLosingALateOne() {
    lines.add(line("a", 0));
    Path blueprint = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");

    new ServiceLogs(BlueprintLoader.load(blueprint), new MemoryLogs(), time)
        .follow(Optional.empty(), VirtualTime.BEGIN.minusSeconds(60), this::tell, this::goOn);

    assertThat(told).containsExactly("a", "b", "late");
  }

  private void tell(LogLine line) {
    told.add(line.text());
  }

  private boolean goOn() {
    if (lines.size() == 1) {
      lines.add(line("b", 3));
    } else if (time.seconds() > 20 && lines.size() == 2) {
      lines.add(line("late", 2));
    }
    return time.seconds() < 40;
  }

  private static LogLine line(String text, int second) {
    return new LogLine(text, VirtualTime.BEGIN.plusSeconds(second), "backend", text);
  }

  private final class MemoryLogs implements LogSource {
    @Override
    public Optional<List<String>> streams(String group) {
      return Optional.of(List.of("backend"));
    }

    @Override
    public void read(String group, List<String> streams, Instant since, Consumer<LogLine> reader) {
      lines.stream().filter(line -> !line.at().isBefore(since)).forEach(reader);
    }
  }
}
