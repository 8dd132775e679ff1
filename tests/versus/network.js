// What came over the network, and when.

/** Records what the page asks for and gets, as DevTools reports it: bytes as compressed, with their headers. */
export function recordNetwork(client) {
  const requests = [];
  const received = [];
  // DevTools has a clock of its own, and says for each request what the time of day is.
  let clock;
  client.on('Network.requestWillBeSent', ({ timestamp, wallTime, request }) => {
    clock ??= wallTime - timestamp;
    if (request.url.startsWith('http')) requests.push(timestamp);
  });
  const add = ({ timestamp, encodedDataLength }) => received.push({ timestamp, bytes: encodedDataLength });
  client.on('Network.dataReceived', add);
  client.on('Network.responseReceived', ({ timestamp, response }) => add({ timestamp, encodedDataLength: response.encodedDataLength }));
  return {
    /** Requests and bytes until a time of day, in milliseconds. */
    until(moment) {
      const before = (timestamp) => (timestamp + clock) * 1000 <= moment;
      const bytes = received.filter(({ timestamp }) => before(timestamp)).reduce((sum, each) => sum + each.bytes, 0);
      const asked = requests.filter(before).length;
      if (!bytes || !asked) throw new Error('nothing came over the network');
      return { bytes, requests: asked };
    },
  };
}
