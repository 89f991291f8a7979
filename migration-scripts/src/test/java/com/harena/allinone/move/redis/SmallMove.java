package com.harena.allinone.move.redis;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.secret.SecretValue;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A whole move as a program: backup, restore, proof, and the search for differences. */
final class SmallMove {
  private SmallMove() {}

  /** Source, target, and a folder for the backup. */
  public static void main(String[] arguments) throws IOException {
    RedisStore store =
        new RedisStore(
            endpoint(arguments[0]),
            endpoint(arguments[1]),
            reference -> SecretValue.of(""),
            WriteStop.atServer());
    Path folder = Path.of(arguments[2]);
    Inventory contents = store.source().backUp(folder, new MemoryWork());
    store.sink().restore(folder, contents, new MemoryWork());
    List<Item> source = store.verifier().inventory(Side.SOURCE, new MemoryWork()).items();
    List<Item> target = store.verifier().inventory(Side.TARGET, new MemoryWork()).items();
    if (!source.equals(target)) {
      throw new IllegalStateException(source + " is not " + target);
    }
    if (!store.verifier().locate(source.get(0), target.get(0), new MemoryWork()).isEmpty()) {
      throw new IllegalStateException("a difference in " + source.get(0));
    }
  }

  private static RedisEndpoint endpoint(String address) {
    return new RedisEndpoint(Address.parse(address), Optional.empty(), Optional.empty(), Tls.OFF);
  }
}
