package org.postkontor.reliability.mutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A process that runs the tests it is told, as {@code Class#method}. Says how many passed, and why the others did not. */
final class NamedTests {
	static final int PASSED = 0;
	static final int FAILED = 3;
	static final int NOT_RUN = 4;

	private NamedTests() {
	}

	public static void main(String[] arguments) {
		List<DiscoverySelector> selectors = new ArrayList<>(Arrays.stream(arguments).map(DiscoverySelectors::selectMethod).toList());
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		TestExecutionSummary summary = listener.getSummary();
		summary.getFailures().forEach(failure -> System.out.println(failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
		if (summary.getTestsStartedCount() < arguments.length || summary.getTestsAbortedCount() + summary.getTestsSkippedCount() > 0) {
			System.exit(NOT_RUN);
		}
		System.exit(summary.getTestsFailedCount() == arguments.length ? FAILED : summary.getTestsFailedCount() == 0 ? PASSED : NOT_RUN);
	}
}
