package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a file, once it is known to be text of a bearable size. */
public final class SourceText {
  /** Largest file that is read, in bytes: a hundred times the size of a real blueprint. */
  public static final int MAXIMUM_BYTES = 256 * 1024;

  private final Faults faults;

  private SourceText(Faults faults) {
    this.faults = faults;
  }

  /** Reads a file; what stands in the way is reported. */
  public static Optional<String> read(Path file, Faults faults) {
    return new SourceText(faults).read(file);
  }

  /** Passes a text on when it is text of a bearable size; what stands in the way is reported. */
  public static Optional<String> check(String text, Faults faults) {
    SourceText source = new SourceText(faults);
    if (text.length() > MAXIMUM_BYTES) {
      return source.tooLarge();
    }
    return source.printable(text);
  }

  private Optional<String> read(Path file) {
    if (Files.isDirectory(file)) {
      return refuse(
          "is a directory",
          "name the %s in it, such as %s"
              .formatted(faults.document().word(), faults.document().example()));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAXIMUM_BYTES + 1);
      return bytes.length > MAXIMUM_BYTES ? tooLarge() : decode(bytes);
    } catch (NoSuchFileException e) {
      return refuse(
          "no such file",
          "check the path, or copy %s to it".formatted(faults.document().example()));
    } catch (AccessDeniedException e) {
      return refuse("cannot be read by this user", "give this user the right to read it");
    } catch (IOException e) {
      return refuse("cannot be read", "check that it is an ordinary file on a healthy disk");
    }
  }

  private Optional<String> refuse(String problem, String mend) {
    faults.add(faults.ofFile().problem(problem).mend(mend));
    return Optional.empty();
  }

  private Optional<String> tooLarge() {
    faults.add(
        faults
            .at(Position.START)
            .problem("too large for a " + faults.document().word())
            .allowed("at most " + MAXIMUM_BYTES / 1024 + " KiB")
            .mend("check that this is the right file"));
    return Optional.empty();
  }

  private Optional<String> decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
    String text = characters.flip().toString();
    if (result.isError()) {
      faults.add(
          faults
              .at(positionOf(text, text.length()))
              .problem("is not UTF-8 text from here on")
              .allowed("text in UTF-8")
              .mend("save the file as UTF-8, or check that this is the right file"));
      return Optional.empty();
    }
    return printable(text);
  }

  private Optional<String> printable(String text) {
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      if (!StreamReader.isPrintable(character)) {
        faults.add(
            faults
                .at(positionOf(text, index))
                .problem("is not text: control character U+%04X".formatted(character))
                .allowed("printable characters, spaces and line ends")
                .mend("remove it, or check that this is the right file"));
        return Optional.empty();
      }
      index += Character.charCount(character);
    }
    return Optional.of(text);
  }

  private static Position positionOf(String text, int index) {
    String before = text.substring(0, index);
    int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
    int start = before.lastIndexOf('\n') + 1;
    return new Position(line, before.codePointCount(start, index) + 1);
  }
}
