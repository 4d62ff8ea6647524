package dev.baton.gateway.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.baton.core.result.Fault;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An issuer that vouches for callers with JWTs: signed RS256 or ES256 by a key that the issuer
 * publishes, from this issuer, for this audience, in force. Its keys are kept for five minutes and
 * fetched again when a token names an unknown one, at most twice in half a minute; when the issuer
 * cannot be reached, the last ones serve for an hour. Thread-safe. Source: RFC 7519, RFC 8725.
 */
public final class JwtIssuer {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(4);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final int SKEW_SECONDS = 30;
  private static final int LONGEST_SUBJECT = 255;

  private final IssuerKeys keys;
  private final DefaultJWTProcessor<SecurityContext> processor;

  private JwtIssuer(IssuerKeys keys, DefaultJWTProcessor<SecurityContext> processor) {
    this.keys = keys;
    this.processor = processor;
  }

  /**
   * An issuer; nothing is fetched before the first token.
   *
   * @param issuer its identifier, the {@code iss} of its tokens and the address of its discovery
   * @param audience what its tokens must name in {@code aud}
   * @param clock the time that decides whether tokens are in force
   */
  public static JwtIssuer of(String issuer, String audience, InstantSource clock) {
    IssuerKeys keys = new IssuerKeys(issuer);
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256),
            JWKSourceBuilder.create(keys)
                .cache(KEPT.toMillis(), FETCH_TIMEOUT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build()));
    processor.setJWTClaimsSetVerifier(claims(issuer, audience, clock));
    return new JwtIssuer(keys, processor);
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> claims(
      String issuer, String audience, InstantSource clock) {
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(issuer).build();
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(audience, exact, Set.of("sub", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew(SKEW_SECONDS);
    return verifier;
  }

  /**
   * What a token grants; null when it is not to be trusted.
   *
   * @throws Fault when the issuer's keys cannot be had, so that nothing can be said
   */
  public @Nullable JwtGrant verify(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      String subject = claims.getSubject();
      String scope = claims.getStringClaim("scope");
      return subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT
          ? null
          : JwtGrant.of(subject, scope == null ? "" : scope);
    } catch (RateLimitReachedException again) {
      // Somebody tries key ids that the issuer does not have.
      if (keys.wereFetched()) {
        return null;
      }
      throw unreachable(again);
    } catch (KeySourceException fault) {
      throw unreachable(fault);
    } catch (BadJOSEException | JOSEException | ParseException untrusted) {
      return null;
    }
  }

  private static Fault unreachable(KeySourceException fault) {
    return new Fault(Fault.Category.UPSTREAM, "The JWT issuer's keys cannot be had.", fault);
  }
}
