/** One port on storage of its own, as a contract suite gets it from each adapter. */
export interface Opened<Port> {
  port: Port;
  /** Closes the storage and opens it again, as after a restart of the server. */
  restart(): Port;
  end(): void;
}
