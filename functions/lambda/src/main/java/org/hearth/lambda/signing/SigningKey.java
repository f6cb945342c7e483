package org.hearth.lambda.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.hearth.lambda.parameters.ParameterStore;

/** This forum's own key, an Ed25519 pair (RFC 8032). It is made when it is first needed, and nobody sees its private half. */
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String NAME = "pack-key";

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /** The key as it is kept; a new one where there is none yet. Of two that are made at the same time, one is kept. */
  public static SigningKey in(ParameterStore store) {
    return read(store.read(NAME).orElseGet(() -> {
      store.addSecret(NAME, made());
      return store.read(NAME).orElseThrow();
    }));
  }

  private static String made() {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return base64(pair.getPrivate().getEncoded()) + " " + base64(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static SigningKey read(String kept) {
    try {
      var halves = kept.split(" ");
      var keys = KeyFactory.getInstance(ALGORITHM);
      return new SigningKey(keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
          keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
    } catch (GeneralSecurityException | RuntimeException spoilt) {
      throw new IllegalStateException("The key that signs case packs can't be read"); // Nothing of it may get into a log.
    }
  }

  public byte[] sign(byte[] words) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(words);
      return signature.sign();
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The public half, as OpenSSL reads it. */
  public String pem() {
    return "-----BEGIN PUBLIC KEY-----\n" + base64(open.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
  }

  /** By which people compare two keys: the SHA-256 digest of the public half. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(open.getEncoded()));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
