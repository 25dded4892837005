package org.postkontor.ui.tests.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The example of a third party's provider, installed into the product that runs. Only its issuer is another one, and the
 * right to receive has the name that the test kit's identity provider knows. Closing uninstalls it.
 */
public final class ExampleBundle implements AutoCloseable {
	public static final String NAME = "org.postkontor.example.provider";
	/** Of the provider that is only data. */
	public static final String MAIL = "org.postkontor.example.mail";
	public static final String CLIENT = "example-desk";
	private static final String JAR = "postkontor.example.provider";
	private static final String ISSUER = "uri=\"https://login.example.org\" public=\"true\"";
	private static final String RECEIVE = ">mail.read<";
	private static final long PATIENCE_SECONDS = 20;

	private final BundleContext context = FrameworkUtil.getBundle(ExampleBundle.class).getBundleContext();
	private final Bundle bundle;

	/** @param folder for the jar @param issuer of the office, whose own authority counts */
	public ExampleBundle(Path folder, String issuer) throws IOException, BundleException {
		Path jar = folder.resolve("example.jar");
		try (JarInputStream in = new JarInputStream(Files.newInputStream(Path.of(System.getProperty(JAR))));
				JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), in.getManifest())) {
			for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
				out.putNextEntry(new JarEntry(entry.getName()));
				copy(entry, in, out, issuer);
			}
		}
		bundle = context.installBundle(jar.toUri().toString());
		bundle.start();
	}

	private static void copy(JarEntry entry, InputStream in, OutputStream out, String issuer) throws IOException {
		byte[] bytes = in.readAllBytes();
		if (!entry.getName().equals("plugin.xml")) {
			out.write(bytes);
			return;
		}
		String declaration = new String(bytes, StandardCharsets.UTF_8);
		if (!declaration.contains(ISSUER) || !declaration.contains(RECEIVE)) {
			throw new IOException("the example declares its issuer and rights in another way: " + declaration);
		}
		out.write(declaration.replace(ISSUER, "uri=\"" + issuer + "\"").replace(RECEIVE, ">mail.receive<").getBytes(StandardCharsets.UTF_8));
	}

	/** Until it is refreshed, an uninstalled singleton stands in the way of the next one. */
	@Override
	public void close() throws BundleException, InterruptedException {
		bundle.uninstall();
		CountDownLatch refreshed = new CountDownLatch(1);
		context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> refreshed.countDown());
		if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new BundleException(NAME + " was not refreshed");
		}
	}
}
