package org.postkontor.transport.internal.smtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a mail looked at as one number: a mail may have a hundred megabytes. */
final class EightBytes {
	/** The bit of each byte that is set in bytes over 127 only. */
	static final long HIGH_BITS = 0x8080_8080_8080_8080L;
	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private EightBytes() {
	}

	/** In the order of the machine. */
	static long at(byte[] bytes, int index) {
		return (long) LONGS.get(bytes, index);
	}
}
