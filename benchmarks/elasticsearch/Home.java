import com.harena.allinone.rehearsal.server.ServerFiles;
import java.nio.file.Path;

/** Prints the folder of the Elasticsearch server that rehearsals use, after fetching it where it is missing. */
final class Home {
  public static void main(String... words) {
    System.out.println(ServerFiles.of(Path.of(words[0])).elasticsearch());
  }
}
