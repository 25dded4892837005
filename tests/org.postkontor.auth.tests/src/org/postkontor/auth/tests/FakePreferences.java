package org.postkontor.auth.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.postkontor.auth.internal.vault.SecureStorage;

/** A secure storage in one file, with the defects of the real one on demand. */
public final class FakePreferences implements SecureStorage {
	private final Path file;
	private final Properties entries = new Properties();
	volatile boolean present = true;
	volatile boolean encrypts = true;
	volatile boolean cutsOff;
	volatile Throwable failure;
	volatile CountDownLatch locked = new CountDownLatch(0);
	volatile int opened;

	FakePreferences(Path file) {
		this.file = file;
	}

	@Override
	public ISecurePreferences open() throws IOException {
		opened++;
		try {
			locked.await();
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
		if (Files.exists(file)) {
			entries.clear();
			try (var in = Files.newInputStream(file)) {
				entries.load(in);
			}
		}
		return present ? preferences("") : null;
	}

	@Override
	public Optional<Path> file() {
		return Optional.of(file);
	}

	@Override
	public void written() {
		// modes are tested with the real one
	}

	private ISecurePreferences preferences(String node) {
		Node methods = new Node(node);
		return (ISecurePreferences) Proxy.newProxyInstance(FakePreferences.class.getClassLoader(), new Class<?>[] { ISecurePreferences.class },
				(proxy, method, arguments) -> {
					try {
						return Node.class.getMethod(method.getName(), method.getParameterTypes()).invoke(methods, arguments);
					} catch (InvocationTargetException e) {
						throw e.getCause();
					}
				});
	}

	/** The methods in use; others fail. */
	public final class Node {
		private final String path;

		Node(String path) {
			this.path = path;
		}

		public ISecurePreferences node(String name) {
			return preferences(path + "/" + name);
		}

		public String get(String key, String other) throws Throwable {
			fail();
			return entries.getProperty(path + "/" + key, other);
		}

		public void put(String key, String value, boolean encrypt) throws Throwable {
			fail();
			entries.setProperty(path + "/" + key, value);
		}

		public void remove(String key) {
			entries.remove(path + "/" + key);
		}

		public boolean isEncrypted(String key) throws StorageException {
			return encrypts;
		}

		public void flush() throws IOException {
			if (cutsOff) {
				Files.writeString(file, "#");
				throw new IOException("No space left on device");
			}
			try (OutputStream out = Files.newOutputStream(file)) {
				entries.store(out, null);
			}
		}

		private void fail() throws Throwable {
			if (failure != null) {
				throw failure;
			}
		}
	}
}
