package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;

/** An extension registry of its own with the extension point of sign-in providers, without a framework. */
final class TestRegistry {
	private final Object token = new Object();
	final IExtensionRegistry registry;

	TestRegistry() throws CoreException {
		registry = RegistryFactory.createRegistry(new OwnClasses(), token, token);
	}

	/** The point and the built-in providers that need no other bundle. */
	void builtIn() throws IOException {
		contribute("org.postkontor.auth", "<extension-point id=\"authProviders\" name=\"x\"/>" + extension(
				"<authProvider id='password' label='Password' kind='password' order='200'/><authProvider id='oauth' label='OAuth' kind='oauth' order='150'/>"));
	}

	void contribute(String contributor, String content) throws IOException {
		try (InputStream in = new ByteArrayInputStream(("<plugin>" + content + "</plugin>").getBytes(StandardCharsets.UTF_8))) {
			assertTrue(registry.addContribution(in, ContributorFactorySimple.createContributor(contributor), false, contributor, null, token));
		}
	}

	/** As when the bundle is uninstalled. */
	void remove(String contributor) {
		for (IConfigurationElement element : registry.getConfigurationElementsFor("org.postkontor.auth.authProviders")) {
			if (element.isValid() && element.getContributor().getName().equals(contributor)) {
				registry.removeExtension(element.getDeclaringExtension(), token);
			}
		}
	}

	static String extension(String content) {
		return "<extension point='org.postkontor.auth.authProviders'>" + content + "</extension>";
	}

	/** Loads classes of this bundle, also inside a framework. */
	private static final class OwnClasses extends RegistryStrategy {
		OwnClasses() {
			super(null, null);
		}

		@Override
		public Object createExecutableExtension(RegistryContributor contributor, String className, String overridden) throws CoreException {
			try {
				return Class.forName(className).getConstructor().newInstance();
			} catch (ReflectiveOperationException e) {
				throw new CoreException(Status.error(className, e));
			}
		}
	}
}
