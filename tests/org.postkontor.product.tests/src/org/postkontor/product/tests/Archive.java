package org.postkontor.product.tests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** A product archive, .zip or .tar.gz. */
record Archive(Path file) {

	/** A file in the archive; {@code mode} has the Unix permissions, or -1 where the format was not asked for them. */
	record Entry(String name, int mode, byte[] bytes) {
		String text() {
			return new String(bytes, StandardCharsets.UTF_8);
		}

		String simpleName() {
			return name.substring(name.lastIndexOf('/') + 1);
		}
	}

	@Override
	public String toString() {
		return file.getFileName().toString();
	}

	String os() {
		return List.of("linux", "win32", "macosx").stream().filter(toString()::contains).findFirst().orElseThrow();
	}

	List<Entry> entries() throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return file.toString().endsWith(".zip") ? zip(in) : tar(new GZIPInputStream(in));
		}
	}

	Entry entry(String simpleName) throws IOException {
		return entries().stream().filter(e -> e.simpleName().equals(simpleName) && !e.name().contains("/MacOS/")).findFirst()
				.orElseThrow(() -> new AssertionError("no " + simpleName + " in " + this));
	}

	private static List<Entry> zip(InputStream in) throws IOException {
		List<Entry> entries = new ArrayList<>();
		ZipInputStream zip = new ZipInputStream(in);
		for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			if (!entry.isDirectory()) {
				entries.add(new Entry(entry.getName(), -1, zip.readAllBytes()));
			}
		}
		return entries;
	}

	/** As much of the format as archives of ours use: ustar headers, long names in GNU and POSIX manner. */
	private static List<Entry> tar(InputStream in) throws IOException {
		List<Entry> entries = new ArrayList<>();
		String longName = null;
		for (byte[] header = in.readNBytes(512); header.length == 512 && header[0] != 0; header = in.readNBytes(512)) {
			long size = Long.parseLong(field(header, 124, 12), 8);
			byte[] bytes = in.readNBytes((int) size);
			in.skipNBytes((512 - size % 512) % 512);
			char type = (char) header[156];
			if (type == 'L') {
				longName = field(bytes, 0, bytes.length);
			} else if (type == 'x') {
				longName = pathOf(new String(bytes, StandardCharsets.UTF_8), longName);
			} else {
				String prefix = field(header, 345, 155);
				String name = longName != null ? longName : prefix.isEmpty() ? field(header, 0, 100) : prefix + "/" + field(header, 0, 100);
				longName = null;
				if (type == '0' || type == 0) {
					entries.add(new Entry(name, Integer.parseInt(field(header, 100, 8), 8), bytes));
				}
			}
		}
		return entries;
	}

	private static String pathOf(String records, String otherwise) {
		return records.lines().filter(l -> l.contains(" path=")).map(l -> l.substring(l.indexOf('=') + 1)).findFirst().orElse(otherwise);
	}

	private static String field(byte[] bytes, int start, int length) {
		int end = start;
		while (end < Math.min(start + length, bytes.length) && bytes[end] != 0) {
			end++;
		}
		return new String(bytes, start, end - start, StandardCharsets.UTF_8).strip();
	}
}
