package org.postkontor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What this VM used. */
final class Memory {
	private Memory() {
	}

	/** Bytes: the sum of the peaks of all heap pools, garbage included. */
	static long peak() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
				.mapToLong(usage -> usage.getUsed()).sum();
	}
}
