package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a table with what is in files of a dump, in blocks of a fixed size. */
final class CopyStream {
  private static final int BLOCK = 1 << 16;
  private static final String DOING = "reading a dump into a temporary table";

  private final PostgresSession session;
  private final String statement;
  private final Work work;

  CopyStream(PostgresSession session, String table, String encoding, Work work) {
    this.session = session;
    this.statement = "copy %s from stdin (encoding '%s')".formatted(table, encoding);
    this.work = work;
  }

  private interface Block {
    void write(CopyIn copy) throws SQLException, IOException;
  }

  private void copy(Block block) throws IOException {
    CopyIn copy = null;
    try {
      copy = session.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
      block.write(copy);
      copy.endCopy();
    } catch (SQLException e) {
      throw session.failure(DOING, e);
    } finally {
      cancel(copy);
    }
  }

  private void cancel(CopyIn copy) {
    try {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      // Ended by the server: the failure that matters is on its way.
      work.proceed();
    }
  }

  /** Rows in COPY's own format, up to the line that ends them. */
  void text(InputStream rows) throws IOException {
    copy(
        copy -> {
          byte[] block = new byte[BLOCK];
          int filled = 0;
          boolean begun = true;
          for (int next = rows.read(); next >= 0; next = rows.read()) {
            block[filled++] = (byte) next;
            if (begun && next == '\\') {
              int second = rows.read();
              if (second == '.') {
                filled--;
                break;
              }
              block[filled++] = (byte) second;
            }
            begun = next == '\n';
            if (filled >= BLOCK - 1) {
              work.proceed();
              copy.writeToCopy(block, 0, filled);
              filled = 0;
            }
          }
          copy.writeToCopy(block, 0, filled);
        });
  }

  /** A large object in pieces of that size, of which the last is shorter, numbered from -1 on. */
  void pieces(long object, InputStream content, int size) throws IOException {
    copy(
        copy -> {
          byte[] piece;
          int number = -1;
          do {
            piece = content.readNBytes(size);
            String row =
                "%d\t%d\t\\\\x%s\n".formatted(object, number, HexFormat.of().formatHex(piece));
            byte[] line = row.getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(line, 0, line.length);
            number++;
          } while (piece.length == size);
        });
  }
}
