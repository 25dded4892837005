package org.postkontor.auth.microsoft.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.google.gson.JsonObject;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

/** Keeps MSAL waiting for its one token request until the person has decided: MSAL's own loop gives up on {@code slow_down}. */
final class DevicePolling implements IHttpClient {
	private static final Logger LOG = LoggerFactory.getLogger(DevicePolling.class);
	private static final Duration SLOWER = Duration.ofSeconds(5);
	private static final long SLICE_MILLIS = 100;

	private final TokenChannel channel;
	private final Clock clock;
	private final DeadlineTimer timer;
	private final @Nullable IProgressMonitor monitor;
	private final CountDownLatch started = new CountDownLatch(1);
	private volatile Duration interval = SLOWER;
	private volatile Instant expires = Instant.MIN;

	DevicePolling(TokenChannel channel, Services services, @Nullable IProgressMonitor monitor) {
		this.channel = channel;
		this.clock = services.clock();
		this.timer = services.timer();
		this.monitor = monitor;
	}

	void start() {
		started.countDown();
	}

	@Override
	public IHttpResponse send(@Nullable HttpRequest request) throws ProblemException, RefusedException {
		if (request != null && request.url().getPath().endsWith("/token")) {
			wait(started);
			return polled(request);
		}
		IHttpResponse response = channel.send(request);
		JsonObject code = TokenAnswer.object(response.body()).orElseThrow();
		interval = Duration.ofSeconds(Math.max(1, TokenAnswer.number(code, "interval")));
		expires = clock.instant().plusSeconds(TokenAnswer.number(code, "expires_in"));
		return response;
	}

	private IHttpResponse polled(HttpRequest request) throws ProblemException, RefusedException {
		while (clock.instant().isBefore(expires)) {
			pause();
			Optional<IHttpResponse> answer = decided(request);
			if (answer.isPresent()) {
				return answer.get();
			}
		}
		throw new ProblemException(SignInProblems.deviceExpired());
	}

	/** RFC 8628, 3.5. */
	private Optional<IHttpResponse> decided(HttpRequest request) throws ProblemException, RefusedException {
		try {
			return Optional.of(channel.send(request));
		} catch (RefusedException e) {
			switch (e.error().error()) {
			case "authorization_pending" -> LOG.debug("Device code not entered yet");
			case "slow_down" -> interval = interval.plus(SLOWER);
			default -> throw e;
			}
		} catch (ProblemException e) {
			if (!e.problem().kind().isTransient() || e.problem().kind() == ProblemKind.SERVER) {
				throw e;
			}
			interval = interval.multipliedBy(2);
		}
		return Optional.empty();
	}

	private void pause() throws ProblemException {
		CountDownLatch due = new CountDownLatch(1);
		try (DeadlineTimer.Deadline deadline = timer.start(interval, due::countDown)) {
			wait(due);
		}
	}

	private void wait(CountDownLatch latch) throws ProblemException {
		try {
			while (!latch.await(SLICE_MILLIS, TimeUnit.MILLISECONDS)) {
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
