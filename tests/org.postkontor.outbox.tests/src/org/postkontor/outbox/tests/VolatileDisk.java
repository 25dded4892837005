package org.postkontor.outbox.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.postkontor.store.PrivateFiles;

/**
 * Remembers which bytes and names of the spool were forced, so that a power failure can be played: of all that was not, any
 * part may be on the disk and any part not, in any order. A name that was not forced may be missing or there; bytes that were
 * not forced may be missing, cut, or zeros.
 */
final class VolatileDisk extends PrivateFiles {
	/** Called before and after each step; a moment at which the power may fail. */
	private final Runnable moment;
	private final Map<Path, Content> names = new HashMap<>();
	private final Map<Path, Content> forcedNames = new HashMap<>();
	private final Map<FileChannel, Content> open = new HashMap<>();

	/** The bytes of a file: all of them, and those that were forced. */
	private static final class Content {
		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private byte[] forced = {};
	}

	VolatileDisk(Runnable moment) {
		this.moment = moment;
	}

	@Override
	public FileChannel create(Path file) throws IOException {
		Content content = new Content();
		FileChannel channel = new WrappedChannel(super.create(file)) {
			@Override
			public int write(ByteBuffer source) throws IOException {
				byte[] written = new byte[source.remaining()];
				source.duplicate().get(written);
				int count = super.write(source);
				content.bytes.write(written, 0, count);
				moment.run();
				return count;
			}
		};
		names.put(file, content);
		open.put(channel, content);
		moment.run();
		return channel;
	}

	@Override
	public void force(FileChannel channel) throws IOException {
		super.force(channel);
		Content content = open.get(channel);
		if (content != null) {
			content.forced = content.bytes.toByteArray();
		}
		moment.run();
	}

	@Override
	public void rename(Path from, Path to) throws IOException {
		super.rename(from, to);
		names.put(to, names.remove(from));
		moment.run();
	}

	@Override
	public void forceFolder(Path folder) throws IOException {
		super.forceFolder(folder);
		forcedNames.keySet().removeIf(name -> name.getParent().equals(folder));
		names.forEach((name, content) -> {
			if (name.getParent().equals(folder)) {
				forcedNames.put(name, content);
			}
		});
		moment.run();
	}

	/** What a disk may hold that lost its power now: the spool as chance wants it, the rest of the home as it is. */
	void fail(Path home, Path image, Random random) throws IOException {
		List<Path> files;
		try (var all = Files.walk(home)) {
			files = all.filter(Files::isRegularFile).toList();
		}
		for (Path file : files) {
			if (!names.containsKey(file)) {
				Path copy = image.resolve(home.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		for (Map.Entry<Path, Content> name : surviving(random).entrySet()) {
			Files.write(image.resolve(home.relativize(name.getKey())), bytes(name.getValue(), random));
		}
	}

	/** Each file under its old name, its new one, or none if it had none before. */
	private Map<Path, Content> surviving(Random random) {
		Map<Path, Content> result = new HashMap<>();
		List<Content> all = new ArrayList<>(names.values());
		for (Content content : all) {
			Map<Path, Content> from = random.nextBoolean() ? names : forcedNames;
			from.forEach((name, c) -> {
				if (c == content) {
					result.put(name, c);
				}
			});
		}
		return result;
	}

	private static byte[] bytes(Content content, Random random) {
		byte[] all = content.bytes.toByteArray();
		if (all.length == content.forced.length) {
			return all;
		}
		return switch (random.nextInt(4)) {
		case 0 -> content.forced;
		case 1 -> all;
		case 2 -> Arrays.copyOf(all, content.forced.length + random.nextInt(all.length - content.forced.length));
		default -> Arrays.copyOf(content.forced, all.length);
		};
	}
}
