package org.postkontor.auth.oauth.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.auth.spi.OAuthError;
import org.postkontor.auth.spi.OAuthErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

/**
 * Sign-in with a code that is typed on another device (RFC 8628). With PKCE, although that RFC does not know it: Keycloak demands
 * it of clients that must use it, and others have to ignore what they do not know (RFC 6749, 3.1 and 3.2).
 */
final class DeviceSignIn {
	private static final Logger LOG = LoggerFactory.getLogger(DeviceSignIn.class);
	private static final Duration SLOWER = Duration.ofSeconds(5);
	private static final long SLICE_MILLIS = 100;

	private final ClientSettings client;
	private final IssuerMetadata metadata;
	private final BackChannel channel;
	private final ClientSecrets secrets;
	private final Clock clock;
	private final DeadlineTimer timer;
	private final OAuthErrors errors;
	private final CodeVerifier verifier = new CodeVerifier();

	DeviceSignIn(ClientSettings client, IssuerMetadata metadata, BackChannel channel, ClientSecrets secrets, Services services) {
		this.client = client;
		this.metadata = metadata;
		this.channel = channel;
		this.secrets = secrets;
		this.clock = services.clock();
		this.timer = services.timer();
		this.errors = services.errors();
	}

	SignedIn run(String principal, SignInPrompt prompt, @Nullable IProgressMonitor monitor) throws ProblemException {
		URI address = metadata.device().orElseThrow(() -> new ProblemException(OAuthProblems.deviceUnsupported(client.issuer())));
		DeviceAuthorizationSuccessResponse device = start(address, principal);
		Instant expires = clock.instant().plusSeconds(device.getLifetime());
		prompt.showDeviceCode(new SignInPrompt.DeviceCode(device.getVerificationURI(), device.getUserCode().getValue(), expires,
				Optional.ofNullable(device.getVerificationURIComplete())));
		TokenAnswer tokens = poll(device, expires, principal, monitor);
		prompt.done();
		return new SignedIn(tokens, Optional.empty(), secrets.credentials());
	}

	private DeviceAuthorizationSuccessResponse start(URI address, String principal) throws ProblemException {
		try {
			return secrets.trying(with -> start(address, with));
		} catch (TokenEndpoint.RefusedException e) {
			throw new ProblemException(errors.problem(e.error(), client.issuer(), principal));
		}
	}

	private DeviceAuthorizationSuccessResponse start(URI address, ClientCredentials with) throws ProblemException, TokenEndpoint.RefusedException {
		HTTPResponse response = channel.send(with.authentication().map(DeviceAuthorizationRequest.Builder::new)
				.orElseGet(() -> new DeviceAuthorizationRequest.Builder(with.clientId())).endpointURI(address)
				.scope(new Scope(client.scopes(metadata).toArray(String[]::new)))
				.customParameter("code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue())
				.customParameter("code_challenge_method", CodeChallengeMethod.S256.getValue()).build().toHTTPRequest());
		int status = response.getStatusCode();
		Optional<OAuthError> error = OAuthError.parse(status, String.valueOf(response.getBody()), with.secrets());
		if (error.isPresent()) {
			throw new TokenEndpoint.RefusedException(error.get());
		}
		try {
			return DeviceAuthorizationSuccessResponse.parse(response);
		} catch (ParseException e) {
			throw new ProblemException(SignInProblems.answer(client.issuer(), status));
		}
	}

	private TokenAnswer poll(DeviceAuthorizationSuccessResponse device, Instant expires, String principal, @Nullable IProgressMonitor monitor)
			throws ProblemException {
		Duration interval = Duration.ofSeconds(Math.max(1, device.getInterval()));
		TokenEndpoint endpoint = new TokenEndpoint(channel, metadata.token(), client.issuer(), secrets.credentials());
		while (clock.instant().isBefore(expires)) {
			pause(interval, monitor);
			try {
				return endpoint.device(device.getDeviceCode(), verifier);
			} catch (TokenEndpoint.RefusedException e) {
				switch (e.error().error()) {
				case "authorization_pending" -> LOG.debug("Device code not entered yet");
				case "slow_down" -> interval = interval.plus(SLOWER);
				default -> throw new ProblemException(errors.problem(e.error(), client.issuer(), principal));
				}
			} catch (ProblemException e) {
				if (!e.problem().kind().isTransient() || e.problem().kind() == ProblemKind.SERVER) {
					throw e;
				}
				interval = interval.multipliedBy(2); // RFC 8628, 3.5: back off on time-outs
			}
		}
		throw new ProblemException(SignInProblems.deviceExpired());
	}

	private void pause(Duration interval, @Nullable IProgressMonitor monitor) throws ProblemException {
		CountDownLatch due = new CountDownLatch(1);
		try (DeadlineTimer.Deadline deadline = timer.start(interval, due::countDown)) {
			while (!due.await(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
				if (monitor != null && monitor.isCanceled()) {
					throw new ProblemException(SignInProblems.cancelled());
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ProblemException(SignInProblems.cancelled(), e);
		}
	}
}
