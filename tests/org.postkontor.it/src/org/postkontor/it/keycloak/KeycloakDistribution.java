package org.postkontor.it.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.postkontor.it.Made;

/**
 * Keycloak as it comes from Maven Central: compared with its known digest, unpacked and built once per checkout in the folder for what
 * is neither source nor made by Maven, and from then on only read. Several runs at once wait for one of them.
 */
final class KeycloakDistribution {
	/** The database is in memory and goes with the server. */
	private static final String DATABASE = "dev-mem";
	private static final int BUILD_MINUTES = 5;

	private final String version;
	private final String sha256;
	private final Path zip;
	private final Path folder;

	/**
	 * @param repository of Maven
	 * @param folder     for the built one; made if absent
	 */
	KeycloakDistribution(String version, String sha256, Path repository, Path folder) {
		this.version = version;
		this.sha256 = sha256;
		this.zip = repository.resolve("org/keycloak/keycloak-quarkus-dist/" + version + "/keycloak-quarkus-dist-" + version + ".zip");
		this.folder = folder;
	}

	/** The one that {@code keycloak.properties} names, from the local Maven repository of the build that runs the tests. */
	static KeycloakDistribution wanted() {
		Properties wanted = new Properties();
		try (InputStream in = KeycloakDistribution.class.getResourceAsStream("keycloak.properties")) {
			wanted.load(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		Path repository = Path.of(System.getProperty("postkontor.maven.repository", System.getProperty("user.home") + "/.m2/repository"));
		return new KeycloakDistribution(wanted.getProperty("version"), wanted.getProperty("sha256"), repository, Made.ROOT.resolve(".build/keycloak"));
	}

	String version() {
		return version;
	}

	/** Why there is none; empty if there is. */
	Optional<String> missing() {
		return Files.isRegularFile(zip) || Files.isDirectory(built()) ? Optional.empty()
				: Optional.of("Keycloak " + version + " is not in the local Maven repository; \"./test --setup\" fetches it (177 MB)");
	}

	private Path built() {
		return folder.resolve(version + "-" + DATABASE);
	}

	/** Where the built one is; takes about a minute the first time. */
	Path prepare() throws IOException, InterruptedException {
		Files.createDirectories(folder);
		try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				var lock = channel.lock()) {
			if (!Files.isDirectory(built())) {
				Path fresh = folder.resolve("unfinished");
				delete(fresh);
				unpack(fresh);
				Path unpacked = fresh.resolve("keycloak-" + version);
				build(unpacked, fresh);
				Files.move(unpacked, built(), StandardCopyOption.ATOMIC_MOVE);
				delete(fresh);
			}
			assert lock.isValid();
			return built();
		}
	}

	private void unpack(Path target) throws IOException {
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		String found = HexFormat.of().formatHex(digest.digest());
		if (!found.equals(sha256)) {
			throw new IOException(zip + " is not Keycloak " + version + ": its SHA-256 is " + found);
		}
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				Path file = target.resolve(entry.getName()).normalize();
				if (!file.startsWith(target)) {
					throw new IOException("a name in " + zip + " leads out of its folder");
				}
				if (entry.isDirectory()) {
					Files.createDirectories(file);
				} else {
					Files.createDirectories(file.getParent());
					Files.copy(in, file);
					file.toFile().setExecutable(file.toString().endsWith(".sh"));
				}
			}
		}
	}

	/** What Keycloak calls "build": it settles the options that cannot change later, which makes each start faster. */
	private static void build(Path home, Path scratch) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/kc.sh").toString(), "build", "--db=" + DATABASE);
		KeycloakEnvironment.on(builder, scratch.resolve("tmp"));
		Path log = scratch.resolve("build.log");
		Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		process.getOutputStream().close();
		if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			throw new IOException("Keycloak was not built within " + BUILD_MINUTES + " minutes: " + Files.readString(log));
		}
		if (process.exitValue() != 0) {
			throw new IOException("Keycloak was not built: " + Files.readString(log));
		}
	}

	private static void delete(Path tree) throws IOException {
		if (Files.exists(tree)) {
			try (Stream<Path> files = Files.walk(tree)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
