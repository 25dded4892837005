package org.postkontor.it.keycloak;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Keycloak} of this build, which starts when the first one asks for it and ends after the last test.
 * Where there is none, the classes are skipped with the reason.
 */
final class KeycloakExtension implements ExecutionCondition, ParameterResolver {
	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(KeycloakExtension.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return obstacle().map(ConditionEvaluationResult::disabled).orElseGet(() -> ConditionEvaluationResult.enabled("Keycloak is there"));
	}

	private static Optional<String> obstacle() {
		return System.getProperty("os.name").equals("Linux") ? KeycloakDistribution.wanted().missing() : Optional.of("Keycloak is started on Linux only");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Keycloak.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Started started = context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Started.class, type -> Started.once(), Started.class);
		return started.keycloak().orElseThrow(() -> new ParameterResolutionException("Keycloak did not start: " + started.failure()));
	}

	/** Remembered, too, if it did not start: nobody waits for that twice. */
	private record Started(Optional<Keycloak> keycloak, String failure) implements AutoCloseable {

		static Started once() {
			try {
				return new Started(Optional.of(Keycloak.start(KeycloakDistribution.wanted())), "");
			} catch (IOException | AssertionError e) {
				return new Started(Optional.empty(), e.toString());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return new Started(Optional.empty(), e.toString());
			}
		}

		@Override
		public void close() throws IOException {
			if (keycloak.isPresent()) {
				keycloak.get().close();
			}
		}
	}
}
