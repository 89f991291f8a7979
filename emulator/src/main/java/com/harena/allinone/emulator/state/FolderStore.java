package com.harena.allinone.emulator.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps each stack in a file of a folder. Parameters may be secrets, so only the owner reads the
 * files; a file is replaced in one step, so that a killed process leaves the state before or after.
 */
public final class FolderStore implements StackStore {
  private static final ObjectMapper MAPPER = mapper();

  private final Path folder;

  /** A store in a folder, which is made if it is missing. */
  public FolderStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder of the stacks " + folder, e);
    }
  }

  @Override
  public void save(StackState stack) {
    String name = stack.id.substring(stack.id.lastIndexOf(':') + 1).replace('/', '_');
    Path file = folder.resolve(name + ".json");
    Path partial = folder.resolve(name + ".partial");
    try {
      if (!Files.exists(partial)) {
        Files.createFile(
            partial,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(partial, MAPPER.writeValueAsBytes(stack));
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the state of stack " + stack.name, e);
    }
  }

  @Override
  public List<StackState> load() {
    List<StackState> stacks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        stacks.add(MAPPER.readValue(file.toFile(), StackState.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the stacks in " + folder + ": remove the damaged file, its stack is lost",
          e);
    }
    return stacks;
  }

  private static ObjectMapper mapper() {
    SimpleModule times = new SimpleModule();
    times.addSerializer(
        new StdSerializer<Instant>(Instant.class) {
          @Override
          public void serialize(Instant value, JsonGenerator out, SerializerProvider any)
              throws IOException {
            out.writeString(value.toString());
          }
        });
    times.addDeserializer(
        Instant.class,
        new StdDeserializer<>(Instant.class) {
          @Override
          public Instant deserialize(JsonParser in, DeserializationContext any) throws IOException {
            return Instant.parse(in.getText());
          }
        });
    OptionalTexts.addTo(times);
    return new ObjectMapper().registerModule(times);
  }
}
