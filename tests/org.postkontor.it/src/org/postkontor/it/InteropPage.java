package org.postkontor.it;

import java.io.IOException;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Interop} of the run and writes it after the last one: to {@code target/interop.md}, and with the system
 * property {@code postkontor.interop} to the page in the checkout.
 */
public final class InteropPage implements ParameterResolver {
	private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(InteropPage.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Interop.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return of(context).interop();
	}

	static Written of(ExtensionContext context) {
		return context.getRoot().getStore(SPACE).getOrComputeIfAbsent(Written.class, key -> new Written(new Interop()), Written.class);
	}

	/** Written when the run ends. */
	record Written(Interop interop) implements AutoCloseable {
		@Override
		public void close() throws IOException {
			interop.write(Made.ROOT, Made.TARGET.resolve("interop.md"));
			if (Boolean.getBoolean("postkontor.interop")) {
				interop.write(Made.ROOT, Made.ROOT.resolve(Interop.PAGE));
			}
		}
	}
}
