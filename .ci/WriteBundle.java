import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostBundle;
import java.nio.file.Path;

/** Writes the host bundle: blueprint, jar of the command line, zip. Run by .ci/reproducible as a source file. */
public class WriteBundle {
  public static void main(String[] arguments) {
    HostBundle.of(BlueprintLoader.load(Path.of(arguments[0])), Path.of(arguments[1]))
        .writeTo(Path.of(arguments[2]));
  }
}
