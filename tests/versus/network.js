// What came over the network, and when.

/** Records what the page asks for and gets, as DevTools reports it: bytes as compressed, with their headers. */
export function recordNetwork(client) {
  const requests = [];
  const responses = new Map();
  // DevTools has a clock of its own, and says for each request what the time of day is.
  let clock;
  const responseTo = (id) => {
    if (!responses.has(id)) responses.set(id, []);
    return responses.get(id);
  };
  client.on('Network.requestWillBeSent', ({ timestamp, wallTime, request }) => {
    clock ??= wallTime - timestamp;
    if (request.url.startsWith('http')) requests.push(timestamp);
  });
  client.on('Network.responseReceived', ({ requestId, timestamp, response }) => {
    responseTo(requestId).push({ timestamp, bytes: response.encodedDataLength, unpacked: 0 });
  });
  client.on('Network.dataReceived', ({ requestId, timestamp, dataLength, encodedDataLength }) => {
    responseTo(requestId).push({ timestamp, bytes: encodedDataLength, unpacked: dataLength });
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => shareOut(responseTo(requestId), encodedDataLength));
  return {
    /** Requests and bytes until a time of day, in milliseconds. */
    until(moment) {
      const before = (timestamp) => (timestamp + clock) * 1000 <= moment;
      const bytes = [...responses.values()].flat().filter(({ timestamp }) => before(timestamp)).reduce((sum, part) => sum + part.bytes, 0);
      const asked = requests.filter(before).length;
      if (!bytes || !asked) throw new Error('nothing came over the network');
      return { bytes: Math.round(bytes), requests: asked };
    },
  };
}

/** Of the page itself DevTools says only at its end how many bytes came. They are shared out over its parts by their length unpacked. */
function shareOut(parts, total) {
  const untold = total - parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  if (untold > 0) for (const part of parts) part.bytes += unpacked > 0 ? untold * part.unpacked / unpacked : untold / parts.length;
}
