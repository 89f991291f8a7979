package com.harena.allinone.move.application;

import com.harena.allinone.move.store.MoveInterrupted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks points one after the other, whatever the ones before said. */
public final class ApplicationChecks {
  private final List<Point> points;

  /** The points, in the order in which they are reported. */
  public ApplicationChecks(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /** Asks every point; none throws for what a server does. */
  public List<CheckedPoint> run() {
    List<CheckedPoint> checks = new ArrayList<>();
    for (Point point : points) {
      checks.add(check(point));
    }
    return List.copyOf(checks);
  }

  private static CheckedPoint check(Point point) {
    try {
      return new CheckedPoint(point.name(), point.question(), point.ask(), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    } catch (MoveInterrupted e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new CheckedPoint(point.name(), point.question(), words, false);
    }
  }
}
