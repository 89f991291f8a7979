package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts by AES-256-GCM with a key that PBKDF2 (HMAC-SHA-256, {@value #ITERATIONS} rounds, as
 * OWASP advises) makes from a passphrase and a salt, and makes fingerprints by HMAC-SHA-256 with a
 * key of the passphrase alone, so that fingerprints of one value are equal in every backup and tell
 * nothing without the passphrase.
 */
final class Vault {
  static final int ITERATIONS = 600_000;

  private static final byte[] FINGERPRINTS =
      "allinone configuration fingerprints".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretValue passphrase;
  private final SecureRandom random = new SecureRandom();
  private byte[] fingerprintKey = new byte[0];

  Vault(SecretValue passphrase) {
    this.passphrase = passphrase;
  }

  boolean isShorterThan(int characters) {
    return passphrase.reveal().length() < characters;
  }

  byte[] newSalt() {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return salt;
  }

  /** A key for many values. */
  SecretKeySpec key(byte[] salt) {
    return new SecretKeySpec(derive(salt), "AES");
  }

  private byte[] derive(byte[] salt) {
    PBEKeySpec spec = new PBEKeySpec(passphrase.reveal().toCharArray(), salt, ITERATIONS, 256);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  /** Nonce, text and tag; {@code name} must be the same to read it. */
  String encrypt(SecretKeySpec key, String name, SecretValue value) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, key, nonce, name)
              .doFinal(value.reveal().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The value again.
   *
   * @throws AEADBadTagException if the passphrase is another, or a byte was changed
   */
  SecretValue decrypt(SecretKeySpec key, String name, String text) throws AEADBadTagException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      byte[] nonce = Arrays.copyOf(bytes, NONCE);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce, name).doFinal(bytes, NONCE, bytes.length - NONCE);
      return SecretValue.of(new String(plain, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new AEADBadTagException("no encrypted text");
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String name)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** The same for the same name and value, and only then. */
  synchronized String fingerprint(String name, SecretValue value) {
    if (fingerprintKey.length == 0) {
      fingerprintKey = derive(FINGERPRINTS);
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(fingerprintKey, "HmacSHA256"));
      mac.update((name + "=").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(mac.doFinal(value.reveal().getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
