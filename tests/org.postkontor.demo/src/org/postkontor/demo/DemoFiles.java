package org.postkontor.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** Writes the files of a world of servers; each appears whole or not at all, readable by its owner only. */
public final class DemoFiles {

	/** Certificate of the authority. */
	public static final String CA = "ca.pem";
	/** What the product reads. */
	public static final String BRANDING = "branding.json";
	/** What tests and scripts read: people with passwords, and more. */
	public static final String DEMO = "demo.json";

	private final Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
	private final Path folder;

	/** @param folder made if absent */
	public DemoFiles(Path folder) throws IOException {
		this.folder = Files.createDirectories(folder);
	}

	public void write(String name, JsonObject content) throws IOException {
		write(name, gson.toJson(content) + "\n");
	}

	public void write(String name, String content) throws IOException {
		Path temporary = Files.createTempFile(folder, name, ".new", ownerOnly());
		Files.write(temporary, content.getBytes(StandardCharsets.UTF_8));
		Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING,
				StandardCopyOption.ATOMIC_MOVE);
	}

	private static FileAttribute<?>[] ownerOnly() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}
}
