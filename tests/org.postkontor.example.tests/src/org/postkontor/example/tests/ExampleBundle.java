package org.postkontor.example.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** The jar of the example provider, installed into the framework that runs as an administrator would do it. */
final class ExampleBundle implements AutoCloseable {
	static final String NAME = "org.postkontor.example.provider";
	private static final Duration LIMIT = Duration.ofSeconds(20);
	private final Bundle bundle;

	private ExampleBundle(Bundle bundle) {
		this.bundle = bundle;
	}

	static ExampleBundle install() throws BundleException {
		Bundle bundle = Services.context().installBundle(Path.of(System.getProperty("postkontor.example.provider")).toUri().toString());
		try {
			bundle.start();
		} catch (BundleException e) {
			bundle.uninstall();
			throw e;
		}
		return new ExampleBundle(bundle);
	}

	Bundle bundle() {
		return bundle;
	}

	/** Until it is refreshed, an uninstalled singleton stands in the way of the next one. */
	@Override
	public void close() throws BundleException, InterruptedException {
		bundle.uninstall();
		CountDownLatch refreshed = new CountDownLatch(1);
		Bundle framework = Services.context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
		framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> refreshed.countDown());
		assertTrue(refreshed.await(LIMIT.toSeconds(), TimeUnit.SECONDS), "refreshed");
	}
}
