package com.harena.allinone.host.volume;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;

/** What may be on a volume that is not ours: by the real program where there is one. */
enum Foreign {
  EXT3("type ext3") {
    @Override
    void write(LoopMachine machine, Path image) {
      machine.onMachine("mkfs.ext3", "-q", "-F", image.toString());
    }
  },
  SWAP("type swap") {
    @Override
    void write(LoopMachine machine, Path image) {
      machine.onMachine("mkswap", image.toString());
    }
  },
  EXT4_WITH_PARTITION_TABLE("") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      machine.onMachine("mkfs.ext4", "-q", "-F", image.toString());
      partitionTable(image);
    }
  },
  PARTITION_TABLE("a partition table (dos)") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      partitionTable(image);
    }
  },
  BACKUP_OF_A_PARTITION_TABLE("data at byte 67108352") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      put(image, (64L << 20) - 512, guidTable(131071, 1, 131071 - 32));
    }
  },
  LUKS("type crypto_LUKS") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      byte[] header = new byte[592];
      System.arraycopy(text("LUKS"), 0, header, 0, 4);
      header[4] = (byte) 0xba;
      header[5] = (byte) 0xbe;
      header[7] = 1;
      put(image, 0, header);
    }
  },
  FAT("") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      ByteBuffer sector = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
      sector.put(0, new byte[] {(byte) 0xeb, 0x3c, (byte) 0x90}).put(3, text("mkfs.fat"));
      sector.putShort(11, (short) 512).put(13, (byte) 4).putShort(14, (short) 4);
      sector.put(16, (byte) 2).putShort(17, (short) 512).put(21, (byte) 0xf8);
      sector.putShort(22, (short) 128).putInt(32, 131072).put(38, (byte) 0x29);
      sector.put(54, text("FAT16   ")).put(510, (byte) 0x55).put(511, (byte) 0xaa);
      put(image, 0, sector.array());
    }
  },
  XFS_THAT_IS_DAMAGED("data at byte 0 and no file system that is known") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      put(image, 0, text("XFSB"));
    }
  },
  RANDOM_BYTES("data at byte") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      byte[] bytes = new byte[64 << 10];
      new Random(3).nextBytes(bytes);
      put(image, 3L << 20, bytes);
    }
  },
  ONE_BYTE_AT_THE_END("data at byte 67108863") {
    @Override
    void write(LoopMachine machine, Path image) throws IOException {
      put(image, (64L << 20) - 1, new byte[] {1});
    }
  };

  private final String named;

  Foreign(String named) {
    this.named = named;
  }

  /** How the refusal names it. */
  String named() {
    return named;
  }

  abstract void write(LoopMachine machine, Path image) throws IOException;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void put(Path image, long offset, byte[] bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.seek(offset);
      file.write(bytes);
    }
  }

  private static void partitionTable(Path image) throws IOException {
    ByteBuffer sector = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    sector.put(450, (byte) 0x83).putInt(454, 2048).putInt(458, 129024);
    sector.put(510, (byte) 0x55).put(511, (byte) 0xaa);
    put(image, 0, sector.array());
  }

  private static byte[] guidTable(long own, long other, long entries) {
    ByteBuffer header = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, text("EFI PART")).putInt(8, 0x10000).putInt(12, 92);
    header.putLong(24, own).putLong(32, other).putLong(40, 34).putLong(48, own - 33);
    header.putLong(72, entries).putInt(80, 128).putInt(84, 128);
    CRC32 table = new CRC32();
    table.update(new byte[128 * 128]);
    header.putInt(88, (int) table.getValue());
    CRC32 whole = new CRC32();
    whole.update(header.array(), 0, 92);
    header.putInt(16, (int) whole.getValue());
    return header.array();
  }
}
