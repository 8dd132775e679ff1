// Reloads the page when the preview was rebuilt since it was made. Only the preview serves this file, with the number
// of the build that it was made in as `built`.
new EventSource('/__reload').onmessage = ({ data }) => { if (data !== built) location.reload(); };
