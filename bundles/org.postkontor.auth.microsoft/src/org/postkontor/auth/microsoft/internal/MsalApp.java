package org.postkontor.auth.microsoft.internal;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;

/** MSAL for one operation: a new application object each time, since reading a cache never clears the one in memory. */
final class MsalApp implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(MsalApp.class);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	private final Cloud cloud;
	private final PublicClientApplication app;

	/** @param https announces continuous access evaluation; mail protocols cannot carry its challenges */
	MsalApp(Cloud cloud, String authority, String clientId, boolean https, IHttpClient http) {
		this.cloud = cloud;
		try {
			PublicClientApplication.Builder builder = PublicClientApplication.builder(clientId).authority(authority).instanceDiscovery(false)
					.httpClient(http).executorService(threads);
			this.app = (https ? builder.clientCapabilities(Set.of("cp1")) : builder).build();
		} catch (MalformedURLException e) {
			threads.close();
			throw new IllegalArgumentException("host and tenant were checked", e);
		}
	}

	/** One that goes on with a stored cache. @throws ProblemException {@code unreadable}, if MSAL cannot read it */
	MsalApp restored(String cache, ProblemException unreadable) throws ProblemException {
		try {
			app.tokenCache().deserialize(cache);
			return this;
		} catch (RuntimeException e) { // of many types, and with messages that quote the cache
			close();
			throw unreadable;
		}
	}

	/** All tokens, as MSAL keeps them; a secret. */
	String cache() {
		return app.tokenCache().serialize();
	}

	/** MSAL knows answers as forms only; the address of a form cannot be pasted. */
	URI page(AuthorizationRequestUrlParameters parameters) {
		return URI.create(app.getAuthorizationRequestUrl(parameters).toString().replace("response_mode=form_post", "response_mode=query"));
	}

	/** A token without a person. @throws ProblemException {@code missing}, if there is nothing to get one with */
	IAuthenticationResult silent(String subject, Rights rights, boolean force, ProblemException missing) throws ProblemException, RefusedException {
		IAccount account = app.getAccounts().join().stream().filter(known -> subject.equals(known.homeAccountId())).findFirst()
				.orElseThrow(() -> missing);
		SilentParameters parameters = SilentParameters.builder(rights.scopes(), account).forceRefresh(force).build();
		return run(msal -> msal.acquireTokenSilently(parameters), missing);
	}

	IAuthenticationResult run(Operation operation) throws ProblemException, RefusedException {
		return run(operation, new ProblemException(SignInProblems.answer(cloud.issuer(), 0)));
	}

	/** One request of MSAL. */
	interface Operation {
		CompletableFuture<IAuthenticationResult> start(PublicClientApplication msal) throws Exception;
	}

	private IAuthenticationResult run(Operation operation, ProblemException missing) throws ProblemException, RefusedException {
		try {
			Callable<IAuthenticationResult> wait = () -> operation.start(app).get();
			return wait.call();
		} catch (InterruptedException e) {
			threads.shutdownNow();
			Thread.currentThread().interrupt();
			throw new ProblemException(SignInProblems.cancelled(), e);
		} catch (Exception e) {
			throw unwrapped(e, missing);
		}
	}

	/** Our own exception from inside; MSAL's messages may quote what they could not read, so none of them is a cause. */
	private ProblemException unwrapped(Exception thrown, ProblemException missing) throws RefusedException {
		String type = "";
		for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException refused) {
				throw refused;
			}
			if (cause instanceof ProblemException problem) {
				return problem;
			}
			if (cause instanceof MsalClientException msal && AuthenticationErrorCode.CACHE_MISS.equals(msal.errorCode())) {
				return missing;
			}
			type = cause.getClass().getName();
		}
		LOG.warn("MSAL failed: {}", type);
		return new ProblemException(SignInProblems.answer(cloud.issuer(), 0).detail("reason", type));
	}

	@Override
	public void close() {
		threads.shutdown();
	}
}
