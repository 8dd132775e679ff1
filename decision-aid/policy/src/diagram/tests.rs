//! How diagrams are written down.

use super::{Diagrams, terminal};

#[test]
fn an_edge_to_a_node_is_written_as_the_distance_back_and_one_to_a_terminal_as_it_is() {
    let nodes = vec![(0, terminal(0), terminal(1)), (1, 0, terminal(2)), (2, 0, 1)];
    let diagrams = Diagrams { nodes, outcome: 2, ..Diagrams::default() };
    let written = serde_json::to_value(&diagrams).expect("diagrams can be written");
    assert_eq!(written["nodes"], serde_json::json!([[0, -1, -2], [1, 1, -3], [2, 2, 1]]));
    assert_eq!(written["outcome"], 2, "only between nodes are distances short");
    assert_eq!(serde_json::from_value::<Diagrams>(written).expect("and read"), diagrams);
}
