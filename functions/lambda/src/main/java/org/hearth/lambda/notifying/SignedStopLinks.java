package org.hearth.lambda.notifying;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.members.MailKey;
import org.hearth.forum.members.Members;
import org.hearth.forum.notifying.StopLinks;

/**
 * A link carries a signed token that says whose mail it ends. It does not run out: whoever finds an old mail may still want no
 * more of them, and it can do nothing else.
 */
public final class SignedStopLinks implements StopLinks {
  private static final String PURPOSE = "stop-mail";
  private static final int LONGEST_TOKEN = 500;
  private static final int SECRET_BYTES = 32;

  private final Members members;
  private final Changes changes;
  private final String siteUrl;
  private final SecureRandom random = new SecureRandom();

  public SignedStopLinks(Members members, Changes changes, String siteUrl) {
    this.members = members;
    this.changes = changes;
    this.siteUrl = siteUrl;
  }

  @Override
  public String linkFor(String memberId) {
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), new JWTClaimsSet.Builder().subject(memberId).audience(PURPOSE).build());
      token.sign(new MACSigner(secret(keyOrNew())));
      return siteUrl + "/api/unsubscribe?token=" + token.serialize();
    } catch (JOSEException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  @Override
  public Optional<String> memberOf(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      var signed = SignedJWT.parse(token);
      var key = members.mailKey();
      boolean ours = key.isPresent() && signed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
          && signed.verify(new MACVerifier(secret(key.get()))) && signed.getJWTClaimsSet().getAudience().contains(PURPOSE);
      return ours ? Optional.ofNullable(signed.getJWTClaimsSet().getSubject()) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException changed) {
      return Optional.empty();
    }
  }

  private MailKey keyOrNew() {
    return Attempts.of(() -> members.mailKey().orElseGet(() -> {
      var bytes = new byte[SECRET_BYTES];
      random.nextBytes(bytes);
      var key = new MailKey(Base64.getEncoder().encodeToString(bytes), 1);
      changes.commit(new Change().add(key));
      return key;
    }));
  }

  private static byte[] secret(MailKey key) {
    return Base64.getDecoder().decode(key.secret());
  }
}
