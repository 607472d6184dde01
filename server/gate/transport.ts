/** How packets are carried below the gate, and how large they may be. */
import { Decoder, Encoder, parser } from '@shared/protocol/parser.ts';
import { limits } from '@shared/protocol/wire.ts';

/** What an event's name and number may take besides what it carries. */
const envelope = 1024;
const largest = limits.message + envelope;

/** Reads what comes up: no packet is larger than a message may be. */
class UpDecoder extends Decoder {
  override add(frame: ArrayBuffer | Uint8Array): void {
    if (frame.byteLength > largest) throw new Error('too large');
    super.add(frame);
  }
}

/** The options of the socket server that say what is read. */
export const transport = {
  parser: { ...parser, Encoder, Decoder: UpDecoder },
  // In a polling request bytes are written as base64, four for three.
  maxHttpBufferSize: Math.ceil((largest * 4) / 3) + 8,
};
